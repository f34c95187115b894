import { Aws, RemovalPolicy, Validations } from 'aws-cdk-lib'
import {
  type IGrantable,
  Policy,
  PolicyStatement,
  Role,
  ServicePrincipal,
} from 'aws-cdk-lib/aws-iam'
import { CfnDeliveryStream } from 'aws-cdk-lib/aws-kinesisfirehose'
import { LogStream } from 'aws-cdk-lib/aws-logs'
import type { IBucket } from 'aws-cdk-lib/aws-s3'
import { Construct } from 'constructs'
import { Logs } from '#lib/constructs/logs'
import { Deployment } from '#lib/settings/deployment'
import { EVENTS_PREFIX, type EventsTable } from './events-table.ts'

/**
 * In jq 1.6, as Firehose runs it: an event lies with those of its name and of its own day, however late it comes.
 * https://docs.aws.amazon.com/firehose/latest/dev/dynamic-partitioning-partitioning-keys.html
 */
export const PARTITIONS = '{event: .event, date: (.at / 1000 | floor | strftime("%Y-%m-%d"))}'

/** 64 is the least where records become Parquet; Firehose's own number. In MiB. */
const MOST_COLLECTED = 128

export interface EventsStreamProps {
  readonly bucket: IBucket
  readonly table: EventsTable
}

/** Takes events, many in a record, and writes them below their event and day as Parquet. */
export class EventsStream extends Construct {
  readonly streamName: string
  readonly #arn: string

  constructor(scope: Construct, id: string, { bucket, table }: EventsStreamProps) {
    super(scope, id)
    const { collectSeconds } = Deployment.of(this).settings.reports
    const logGroup = new Logs(this, 'Logs')
    const logStream = new LogStream(this, 'Delivery', {
      logGroup,
      removalPolicy: RemovalPolicy.DESTROY,
    })
    const role = new Role(this, 'Role', {
      assumedBy: new ServicePrincipal('firehose.amazonaws.com'),
    })
    const rights = new Policy(this, 'Rights', {
      roles: [role],
      statements: rightsOf(bucket, table, logGroup.logGroupArn),
    })
    Validations.of(rights).acknowledge({
      id: 'AwsSolutions-IAM5',
      reason: 'Objects are named below fixed prefixes, and a log group is its streams.',
    })
    const stream = new CfnDeliveryStream(this, 'Stream', {
      deliveryStreamType: 'DirectPut',
      deliveryStreamEncryptionConfigurationInput: { keyType: 'AWS_OWNED_CMK' },
      extendedS3DestinationConfiguration: {
        bucketArn: bucket.bucketArn,
        roleArn: role.roleArn,
        bufferingHints: { intervalInSeconds: collectSeconds, sizeInMBs: MOST_COLLECTED },
        cloudWatchLoggingOptions: {
          enabled: true,
          logGroupName: logGroup.logGroupName,
          logStreamName: logStream.logStreamName,
        },
        // What is compressed is the columns within a file.
        compressionFormat: 'UNCOMPRESSED',
        prefix: `${EVENTS_PREFIX}event=!{partitionKeyFromQuery:event}/date=!{partitionKeyFromQuery:date}/`,
        errorOutputPrefix: 'errors/!{firehose:error-output-type}/!{timestamp:yyyy-MM-dd}/',
        dynamicPartitioningConfiguration: {
          enabled: true,
          retryOptions: { durationInSeconds: 300 },
        },
        processingConfiguration: {
          enabled: true,
          processors: [
            processor('RecordDeAggregation', { SubRecordType: 'JSON' }),
            processor('MetadataExtraction', {
              MetadataExtractionQuery: PARTITIONS,
              JsonParsingEngine: 'JQ-1.6',
            }),
          ],
        },
        dataFormatConversionConfiguration: {
          enabled: true,
          inputFormatConfiguration: { deserializer: { openXJsonSerDe: {} } },
          outputFormatConfiguration: { serializer: { parquetSerDe: { compression: 'SNAPPY' } } },
          schemaConfiguration: {
            roleArn: role.roleArn,
            catalogId: Aws.ACCOUNT_ID,
            region: Aws.REGION,
            databaseName: table.databaseName,
            tableName: table.tableName,
            versionId: 'LATEST',
          },
        },
      },
    })
    // Firehose looks at once whether it may, and at the table.
    stream.node.addDependency(rights, table)
    this.streamName = stream.ref
    this.#arn = stream.attrArn
  }

  grantPut({ grantPrincipal }: IGrantable): void {
    const put = { actions: ['firehose:PutRecordBatch'], resources: [this.#arn] }
    grantPrincipal.addToPrincipalPolicy(new PolicyStatement(put))
  }
}

const processor = (type: string, parameters: Readonly<Record<string, string>>) => ({
  type,
  parameters: Object.entries(parameters).map(([parameterName, parameterValue]) => ({
    parameterName,
    parameterValue,
  })),
})

/** https://docs.aws.amazon.com/firehose/latest/dev/controlling-access.html#using-iam-s3 */
const rightsOf = (bucket: IBucket, { databaseName, tableName }: EventsTable, logs: string) => {
  const glue = (resource: string) =>
    `arn:${Aws.PARTITION}:glue:${Aws.REGION}:${Aws.ACCOUNT_ID}:${resource}`
  return [
    new PolicyStatement({
      actions: ['s3:PutObject', 's3:GetObject', 's3:AbortMultipartUpload'],
      resources: [EVENTS_PREFIX, 'errors/'].map((prefix) => bucket.arnForObjects(`${prefix}*`)),
    }),
    new PolicyStatement({
      actions: ['s3:GetBucketLocation', 's3:ListBucket', 's3:ListBucketMultipartUploads'],
      resources: [bucket.bucketArn],
    }),
    new PolicyStatement({
      actions: ['glue:GetTable', 'glue:GetTableVersion', 'glue:GetTableVersions'],
      resources: [
        glue('catalog'),
        glue(`database/${databaseName}`),
        glue(`table/${databaseName}/${tableName}`),
      ],
    }),
    new PolicyStatement({ actions: ['logs:PutLogEvents'], resources: [logs] }),
  ]
}
