import { Aws, Fn, Stack } from 'aws-cdk-lib'
import { CfnNamedQuery, CfnWorkGroup } from 'aws-cdk-lib/aws-athena'
import { type IGrantable, PolicyStatement } from 'aws-cdk-lib/aws-iam'
import type { IBucket } from 'aws-cdk-lib/aws-s3'
import { Construct } from 'constructs'
import { Deployment } from '#lib/settings/deployment'
import { EVENTS_PREFIX, type EventsTable } from './events-table.ts'
import { savedQueries } from './saved-queries.ts'

/** Below it lie Athena's results, for a day. */
export const RESULTS_PREFIX = 'results/'

export interface WarehouseProps {
  readonly bucket: IBucket
  readonly table: EventsTable
}

/** Athena over the lake, which stops what would read more than the settings allow. */
export class Warehouse extends Construct {
  readonly workGroup: string
  readonly databaseName: string
  readonly #bucket: IBucket
  readonly #table: EventsTable

  constructor(scope: Construct, id: string, { bucket, table }: WarehouseProps) {
    super(scope, id)
    const { id: deploymentId, settings } = Deployment.of(this)
    this.#bucket = bucket
    this.#table = table
    this.databaseName = table.databaseName
    this.workGroup = `${deploymentId}-reports`
    const workGroup = new CfnWorkGroup(this, 'WorkGroup', {
      name: this.workGroup,
      description: 'What reports ask of the lake',
      recursiveDeleteOption: true,
      workGroupConfiguration: {
        enforceWorkGroupConfiguration: true,
        publishCloudWatchMetricsEnabled: true,
        bytesScannedCutoffPerQuery: settings.reports.mostGigabytesAQuery * 1e9,
        engineVersion: { selectedEngineVersion: 'Athena engine version 3' },
        resultConfiguration: {
          outputLocation: `s3://${bucket.bucketName}/${RESULTS_PREFIX}`,
          encryptionConfiguration: { encryptionOption: 'SSE_S3' },
        },
      },
    })
    for (const { name, description, sql } of savedQueries)
      new CfnNamedQuery(this, name, {
        ...{ name, description, queryString: sql },
        database: this.databaseName,
        workGroup: this.workGroup,
      }).addResourceDependency(workGroup)
  }

  /** https://docs.aws.amazon.com/athena/latest/ug/workgroups-iam-policy.html */
  grantAsk({ grantPrincipal }: IGrantable): void {
    const stack = Stack.of(this)
    const allow = (actions: string[], resources: string[]) =>
      grantPrincipal.addToPrincipalPolicy(new PolicyStatement({ actions, resources }))
    const glue = (resource: string) =>
      Fn.join('', [
        'arn:',
        Aws.PARTITION,
        ':glue:',
        stack.region,
        ':',
        stack.account,
        ':',
        resource,
      ])
    const { databaseName, tableName } = this.#table
    allow(
      ['athena:StartQueryExecution', 'athena:GetQueryExecution', 'athena:GetQueryResults'],
      [stack.formatArn({ service: 'athena', resource: 'workgroup', resourceName: this.workGroup })],
    )
    allow(
      ['glue:GetDatabase', 'glue:GetTable', 'glue:GetPartitions'],
      [
        glue('catalog'),
        glue(`database/${databaseName}`),
        glue(`table/${databaseName}/${tableName}`),
      ],
    )
    allow(['s3:GetObject'], [this.#bucket.arnForObjects(`${EVENTS_PREFIX}*`)])
    allow(
      ['s3:GetObject', 's3:PutObject', 's3:AbortMultipartUpload'],
      [this.#bucket.arnForObjects(`${RESULTS_PREFIX}*`)],
    )
    allow(['s3:ListBucket', 's3:GetBucketLocation'], [this.#bucket.bucketArn])
  }
}
