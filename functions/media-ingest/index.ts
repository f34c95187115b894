import { Logger } from '@aws-lambda-powertools/logger'
import { MediaConvertClient } from '@aws-sdk/client-mediaconvert'
import { S3Client } from '@aws-sdk/client-s3'
import { createAssetRepository } from '#adapters/dynamo/asset-repository'
import { createCourseRepository } from '#adapters/dynamo/course-repository'
import { openTable } from '#adapters/dynamo/table'
import { createMediaConvertTranscoder } from '#adapters/transcoder/mediaconvert'
import { createObjectTagger } from '#adapters/transcoder/object-tagger'
import { environments } from '#contract/environment'
import { ObjectCreated } from '#contract/events'
import { type IngestDeps, ingestObject } from '#core/media/ingest'

const environment = environments['media-ingest'].parse(process.env)
const logger = new Logger({ serviceName: 'media-ingest' })
const table = openTable(environment.TABLE_NAME)

const deps: IngestDeps = {
  assets: createAssetRepository(table),
  courses: createCourseRepository(table),
  transcoder: createMediaConvertTranscoder({
    client: new MediaConvertClient({}),
    contentBucket: environment.CONTENT_BUCKET,
    roleArn: environment.MEDIACONVERT_ROLE_ARN,
    queue: environment.MEDIACONVERT_QUEUE,
    deploymentId: environment.DEPLOYMENT_ID,
  }),
  tagger: createObjectTagger(new S3Client({})),
  log: { info: (event, ids) => logger.info(event, { ...ids }) },
  limits: {
    maxSourceBytes: environment.MAX_SOURCE_BYTES,
    maxSourceSeconds: environment.MAX_SOURCE_SECONDS,
  },
  now: () => new Date(),
}

/** Started by EventBridge for every new object of the ingest bucket. Throws to be called again. */
export async function handler(event: unknown): Promise<void> {
  const outcome = await ingestObject(deps, ObjectCreated.parse(event))
  logger.info('media.ingested', { outcome: outcome.kind })
}
