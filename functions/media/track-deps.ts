import type { Logger } from '@aws-lambda-powertools/logger'
import { EventBridgeClient } from '@aws-sdk/client-eventbridge'
import { S3Client } from '@aws-sdk/client-s3'
import { openTableForWork } from '#adapters/dynamo/table'
import { createAssetRepository } from '#adapters/dynamo/videos/asset-repository'
import { createEncodingLedger } from '#adapters/dynamo/videos/encoding-ledger'
import { createMediaEvents } from '#adapters/events/media-events'
import { FOR_WORK } from '#adapters/platform/client-settings'
import { systemClock } from '#adapters/platform/clock'
import { createMediaFiles } from '#adapters/storage/media-files'
import { createObjectTagger } from '#adapters/transcoder/object-tagger'
import type { Environment } from '#contract/platform/environment'
import { mediaLog } from './logging.ts'

/** The real surroundings of whatever follows jobs. */
export function createTrackDeps(environment: Environment<'media-status'>, logger: Logger) {
  const s3 = new S3Client(FOR_WORK)
  const table = openTableForWork(environment.TABLE_NAME)
  return {
    assets: createAssetRepository(table),
    ledger: createEncodingLedger(table),
    files: createMediaFiles(s3, environment.CONTENT_BUCKET),
    tagger: createObjectTagger(s3),
    events: createMediaEvents(new EventBridgeClient(FOR_WORK), environment.DEPLOYMENT_ID),
    log: mediaLog(logger),
    ingestBucket: environment.INGEST_BUCKET,
    clock: systemClock,
  }
}
