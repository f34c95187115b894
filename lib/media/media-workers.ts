import { Duration } from 'aws-cdk-lib'
import type { ITable } from 'aws-cdk-lib/aws-dynamodb'
import { Construct } from 'constructs'
import { QueuedWorker } from '#lib/constructs/queued-worker'
import { WorkerFunction } from '#lib/constructs/worker-function'
import { grantTable } from '#lib/data/grant-table'
import { Deployment } from '#lib/settings/deployment'
import type { MediaBuckets } from './buckets.ts'
import {
  allow,
  grantCancelJobs,
  grantFindJobs,
  grantMediaEvents,
  grantRead,
  grantTags,
  grantTranscoding,
} from './media-rights.ts'
import { mediaSettings } from './media-settings.ts'
import { TranscodingRole } from './transcoding-role.ts'

export interface MediaWorkersProps {
  readonly buckets: MediaBuckets
  readonly table: ITable
}

/** The functions between an upload and its video, each with the rights that its part needs. */
export class MediaWorkers extends Construct {
  /** Takes a new object to its job. */
  readonly start: QueuedWorker<'media-ingest'>
  /** Does what somebody asked for (encode, cancel, delete), and tidies up after them. */
  readonly command: QueuedWorker<'media-command'>
  /** Follows jobs as they tell of themselves. */
  readonly status: QueuedWorker<'media-status'>
  /** Asks for those that tell nothing. */
  readonly watch: WorkerFunction<'media-watch'>

  constructor(scope: Construct, id: string, props: MediaWorkersProps) {
    super(scope, id)
    const { buckets, table } = props
    const { settings, id: deploymentId, metricsNamespace } = Deployment.of(this)
    const { ingest, content } = buckets
    const role = new TranscodingRole(this, 'TranscodingRole', { buckets })
    const environment = {
      TABLE_NAME: table.tableName,
      INGEST_BUCKET: ingest.bucketName,
      CONTENT_BUCKET: content.bucketName,
      DEPLOYMENT_ID: deploymentId,
    }
    const encoder = {
      environment: {
        ...environment,
        ...mediaSettings(settings),
        MEDIACONVERT_ROLE_ARN: role.roleArn,
      },
      // It reads up to 16 GiB of a source for its checksum, and copies thousands of segments where the
      // same content was encoded before: the longest that Lambda runs, with the whole CPU that 1,769 MB bring
      // (https://docs.aws.amazon.com/lambda/latest/dg/configuration-memory.html).
      timeout: Duration.minutes(15),
      memorySize: 1769,
      concurrency: settings.encoding.workers,
      // A thousand uploads at once are worked off a few at a time.
      patience: Duration.hours(6),
    }
    this.start = new QueuedWorker(this, 'MediaIngest', { ...encoder, name: 'media-ingest' })
    this.command = new QueuedWorker(this, 'MediaCommand', { ...encoder, name: 'media-command' })
    this.status = new QueuedWorker(this, 'MediaStatus', {
      environment,
      name: 'media-status',
      timeout: Duration.minutes(1),
      concurrency: 2,
      batchSize: 10,
      patience: Duration.minutes(15),
    })
    this.watch = new WorkerFunction(this, 'MediaWatch', {
      environment: {
        ...environment,
        ...mediaSettings(settings),
        METRICS_NAMESPACE: metricsNamespace,
      },
      name: 'media-watch',
      // It asks MediaConvert for each job that is late, one after the other.
      timeout: Duration.minutes(5),
    })
    for (const { lambda } of this.all) {
      grantTable(table, lambda, 'readWrite')
      grantMediaEvents(lambda)
      grantTags(lambda, ingest)
      // To tag what may be gone: without the list that is a 403.
      allow(lambda, ['s3:ListBucket'], ingest.bucketArn)
      grantRead(lambda, content, 'content/*')
      allow(lambda, ['s3:PutObject'], content.arnForObjects('content/*'))
    }
    for (const { lambda } of [this.start, this.command]) {
      allow(lambda, ['s3:GetObject'], ingest.arnForObjects('*'))
      grantTranscoding(lambda, role.roleArn)
    }
    for (const { lambda } of [this.command, this.watch]) grantFindJobs(lambda)
    grantCancelJobs(this.status.lambda)
    allow(this.command.lambda, ['s3:DeleteObject'], ingest.arnForObjects('*'))
    allow(this.command.lambda, ['s3:DeleteObject'], content.arnForObjects('content/*/media/*'))
  }

  get all() {
    return [this.start, this.command, this.status, this.watch] as const
  }
}
