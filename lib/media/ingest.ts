import { Aws, Duration } from 'aws-cdk-lib'
import type { ITable } from 'aws-cdk-lib/aws-dynamodb'
import { Rule } from 'aws-cdk-lib/aws-events'
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets'
import { PolicyStatement } from 'aws-cdk-lib/aws-iam'
import { Construct } from 'constructs'
import { WorkerFunction } from '../constructs/worker-function.ts'
import { grantTable } from '../data/grant-table.ts'
import type { StageSettings } from '../settings/settings.ts'
import type { MediaBuckets } from './buckets.ts'
import { TranscodingRole } from './transcoding-role.ts'

export interface IngestProps {
  readonly settings: StageSettings
  readonly functionsDist: string
  readonly buckets: MediaBuckets
  readonly table: ITable
  /** Tells this deployment's jobs from another's in the same account and region. */
  readonly deploymentId: string
}

/** From an upload to a video: an object starts a job, and the job's events move the asset on. */
export class Ingest extends Construct {
  readonly start: WorkerFunction<'media-ingest'>
  readonly status: WorkerFunction<'media-status'>

  constructor(scope: Construct, id: string, props: IngestProps) {
    super(scope, id)
    const { settings, functionsDist, buckets, table, deploymentId } = props
    const shared = { functionsDist, logRetentionDays: settings.logRetentionDays }
    const role = new TranscodingRole(this, 'TranscodingRole', { buckets })
    this.start = new WorkerFunction(this, 'MediaIngest', {
      ...shared,
      name: 'media-ingest',
      timeout: Duration.minutes(2),
      environment: {
        TABLE_NAME: table.tableName,
        INGEST_BUCKET: buckets.ingest.bucketName,
        CONTENT_BUCKET: buckets.content.bucketName,
        MEDIACONVERT_ROLE_ARN: role.roleArn,
        MEDIACONVERT_QUEUE: 'Default',
        DEPLOYMENT_ID: deploymentId,
        MAX_SOURCE_BYTES: String(settings.uploads.maxBytes),
        MAX_SOURCE_SECONDS: String(settings.uploads.maxSeconds),
      },
    })
    this.status = new WorkerFunction(this, 'MediaStatus', {
      ...shared,
      name: 'media-status',
      environment: {
        TABLE_NAME: table.tableName,
        INGEST_BUCKET: buckets.ingest.bucketName,
        CONTENT_BUCKET: buckets.content.bucketName,
        DEPLOYMENT_ID: deploymentId,
      },
    })
    for (const worker of [this.start, this.status]) grantTable(table, worker.lambda, 'readWrite')
    const objects = buckets.ingest.arnForObjects('*')
    allow(this.start, ['s3:GetObject', 's3:GetObjectTagging', 's3:PutObjectTagging'], objects)
    allow(this.status, ['s3:GetObjectTagging', 's3:PutObjectTagging'], objects)
    allow(this.status, ['s3:GetObject', 's3:PutObject'], buckets.content.arnForObjects('content/*'))
    // Without it a missing object is a 403 and looks like a missing right.
    allow(this.start, ['s3:ListBucket'], buckets.ingest.bucketArn)
    allow(this.status, ['s3:ListBucket'], buckets.content.bucketArn)
    const converter = `arn:${Aws.PARTITION}:mediaconvert:${Aws.REGION}:${Aws.ACCOUNT_ID}`
    allow(this.start, ['mediaconvert:CreateJob'], `${converter}:queues/Default`)
    // Probe takes no resource: https://docs.aws.amazon.com/service-authorization/latest/reference/list_awselementalmediaconvert.html
    allow(this.start, ['mediaconvert:Probe'], '*')
    this.start.lambda.addToRolePolicy(
      new PolicyStatement({
        actions: ['iam:PassRole'],
        resources: [role.roleArn],
        conditions: { StringEquals: { 'iam:PassedToService': 'mediaconvert.amazonaws.com' } },
      }),
    )
    new Rule(this, 'ObjectCreated', {
      description: 'Whatever way an upload was written',
      eventPattern: {
        source: ['aws.s3'],
        detailType: ['Object Created'],
        detail: { bucket: { name: [buckets.ingest.bucketName] } },
      },
      targets: [targetOf(this.start)],
    })
    new Rule(this, 'JobStateChange', {
      description: 'State changes of this deployment’s jobs',
      eventPattern: {
        source: ['aws.mediaconvert'],
        detailType: ['MediaConvert Job State Change'],
        detail: { userMetadata: { deploymentId: [deploymentId] } },
      },
      targets: [targetOf(this.status)],
    })
  }
}

const allow = (worker: WorkerFunction, actions: string[], resource: string) =>
  worker.lambda.addToRolePolicy(new PolicyStatement({ actions, resources: [resource] }))

const targetOf = (worker: WorkerFunction) =>
  new LambdaFunction(worker.lambda, {
    deadLetterQueue: worker.deadLetters,
    retryAttempts: 10,
    maxEventAge: Duration.hours(6),
  })
