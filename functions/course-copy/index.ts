import { Logger } from '@aws-lambda-powertools/logger'
import { EventBridgeClient } from '@aws-sdk/client-eventbridge'
import { S3Client } from '@aws-sdk/client-s3'
import { createCopyings } from '#adapters/dynamo/copying/repository'
import { createFileRepository } from '#adapters/dynamo/files/repository'
import { createOutlineRepository } from '#adapters/dynamo/lessons/repository'
import { openTableForWork } from '#adapters/dynamo/table'
import { createAssetRepository } from '#adapters/dynamo/videos/asset-repository'
import { createCopyEvents } from '#adapters/events/course-events'
import { createMediaEvents } from '#adapters/events/media-events'
import { FOR_WORK } from '#adapters/platform/client-settings'
import { systemClock } from '#adapters/platform/clock'
import { createContentStore } from '#adapters/storage/content-store'
import { createMediaFiles } from '#adapters/storage/media-files'
import { createMediaFolders } from '#adapters/storage/media-folders'
import { CourseCopyingAsked } from '#contract/courses/events'
import { environments } from '#contract/platform/environment'
import { fillCopy } from '#core/courses/copying/fill-copy'
import { serveQueue } from '#functions/queue/serve-queue'

const environment = environments['course-copy']().parse(process.env)
const logger = new Logger({ serviceName: 'course-copy' })
const table = openTableForWork(environment.TABLE_NAME)
const s3 = new S3Client({ ...FOR_WORK, requestChecksumCalculation: 'WHEN_REQUIRED' })
const bus = new EventBridgeClient(FOR_WORK)
const deps = {
  copyings: createCopyings(table),
  outlines: createOutlineRepository(table),
  assets: createAssetRepository(table),
  courseFiles: createFileRepository(table),
  content: createContentStore(s3, environment.CONTENT_BUCKET),
  files: createMediaFiles(s3, environment.CONTENT_BUCKET),
  folders: createMediaFolders(s3, environment.CONTENT_BUCKET),
  events: createMediaEvents(bus, environment.DEPLOYMENT_ID),
  copyEvents: createCopyEvents(bus, environment.DEPLOYMENT_ID),
  clock: systemClock,
}

/** No further video is begun after so long: the rest of the worker's quarter of an hour is for the one begun last. */
const BEGINS_WITHIN_MS = 8 * 60_000

/** Copies what copies of courses still lack, by its queue. */
export const handler = serveQueue(logger, async (event) => {
  const { courseId } = CourseCopyingAsked.parse(event).detail
  const until = Date.now() + BEGINS_WITHIN_MS
  const outcome = await fillCopy(deps, courseId, () => Date.now() < until)
  logger.info('courses.copied', { courseId, outcome })
})
