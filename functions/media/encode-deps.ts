import type { Logger } from '@aws-lambda-powertools/logger'
import { EventBridgeClient } from '@aws-sdk/client-eventbridge'
import { S3Client } from '@aws-sdk/client-s3'
import { createCourseRepository } from '#adapters/dynamo/courses/repository'
import { createOutlineRepository } from '#adapters/dynamo/lessons/repository'
import { openTableForWork } from '#adapters/dynamo/table'
import { createAssetRepository } from '#adapters/dynamo/videos/asset-repository'
import { createEncodingLedger } from '#adapters/dynamo/videos/encoding-ledger'
import { createMediaEvents } from '#adapters/events/media-events'
import { FOR_WORK } from '#adapters/platform/client-settings'
import { systemClock } from '#adapters/platform/clock'
import { createCompanionFiles } from '#adapters/storage/companion-files'
import { createMediaFiles } from '#adapters/storage/media-files'
import { createMediaFolders } from '#adapters/storage/media-folders'
import { tellRefusals } from '#adapters/storage/refusals'
import { createSourceFiles } from '#adapters/storage/source-files'
import { createMediaConvertTranscoder } from '#adapters/transcoder/mediaconvert'
import { createObjectTagger } from '#adapters/transcoder/object-tagger'
import type { Environment } from '#contract/platform/environment'
import type { Asset } from '#contract/videos/asset'
import { placeLecture } from '#core/lessons/place-lecture'
import { applyManifests } from '#core/videos/intake/ingest-manifest'
import { encodingPolicy } from './encoding-policy.ts'
import { mediaLog } from './logging.ts'
import { openMediaConvert } from './media-convert.ts'

/** The real surroundings of whatever takes an upload to its video. */
export function createEncodeDeps(environment: Environment<'media-ingest'>, logger: Logger) {
  const s3 = tellRefusals(new S3Client(FOR_WORK))
  const table = openTableForWork(environment.TABLE_NAME)
  const ports = {
    assets: createAssetRepository(table),
    courses: createCourseRepository(table),
    outlines: createOutlineRepository(table),
    ledger: createEncodingLedger(table),
    transcoder: createMediaConvertTranscoder({
      client: openMediaConvert(),
      contentBucket: environment.CONTENT_BUCKET,
      roleArn: environment.MEDIACONVERT_ROLE_ARN,
      deploymentId: environment.DEPLOYMENT_ID,
    }),
    sources: createSourceFiles(s3, environment.INGEST_BUCKET),
    files: createMediaFiles(s3, environment.CONTENT_BUCKET),
    folders: createMediaFolders(s3, environment.CONTENT_BUCKET),
    tagger: createObjectTagger(s3),
    events: createMediaEvents(new EventBridgeClient(FOR_WORK), environment.DEPLOYMENT_ID),
    log: mediaLog(logger),
    ingestBucket: environment.INGEST_BUCKET,
    limits: environment.UPLOADS,
    policy: encodingPolicy(environment.ENCODING),
    companions: createCompanionFiles(s3, environment.INGEST_BUCKET),
    clock: systemClock,
  }
  const place = async (asset: Asset) => {
    await placeLecture(ports, asset)
    await applyManifests(ports, asset)
  }
  return { ...ports, place }
}
