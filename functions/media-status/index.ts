import { Logger } from '@aws-lambda-powertools/logger'
import { S3Client } from '@aws-sdk/client-s3'
import { createAssetRepository } from '#adapters/dynamo/asset-repository'
import { openTable } from '#adapters/dynamo/table'
import { createMediaFiles } from '#adapters/storage/media-files'
import { createObjectTagger } from '#adapters/transcoder/object-tagger'
import { environments } from '#contract/environment'
import { JobStateChange } from '#contract/events'
import { type TrackJobDeps, trackJob } from '#core/media/track-job'

const environment = environments['media-status'].parse(process.env)
const logger = new Logger({ serviceName: 'media-status' })

const s3 = new S3Client({})
const deps: TrackJobDeps = {
  assets: createAssetRepository(openTable(environment.TABLE_NAME)),
  files: createMediaFiles(s3, environment.CONTENT_BUCKET),
  tagger: createObjectTagger(s3),
  log: { info: (event, ids) => logger.info(event, { ...ids }) },
  ingestBucket: environment.INGEST_BUCKET,
  deploymentId: environment.DEPLOYMENT_ID,
  now: () => new Date(),
}

/** Started by EventBridge when a MediaConvert job changes state. Throws to be called again. */
export async function handler(event: unknown): Promise<void> {
  await trackJob(deps, JobStateChange.parse(event))
}
