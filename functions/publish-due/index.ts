import { Logger } from '@aws-lambda-powertools/logger'
import { EventBridgeClient } from '@aws-sdk/client-eventbridge'
import { S3Client } from '@aws-sdk/client-s3'
import type { Context } from 'aws-lambda'
import { openCache } from '#adapters/cache/open-cache'
import { forgettingCourses } from '#adapters/cache/remembered-courses'
import { createCourseRepository } from '#adapters/dynamo/courses/repository'
import { createFileRepository } from '#adapters/dynamo/files/repository'
import { createOutlineRepository } from '#adapters/dynamo/lessons/repository'
import { createPublications } from '#adapters/dynamo/publishing/repository'
import { createSchedules } from '#adapters/dynamo/publishing/schedule-repository'
import { openTableForWork } from '#adapters/dynamo/table'
import { createAssetRepository } from '#adapters/dynamo/videos/asset-repository'
import { createMediaSealer } from '#adapters/edge/media-sealer'
import { createCourseEvents } from '#adapters/events/course-events'
import { FOR_WORK } from '#adapters/platform/client-settings'
import { systemClock } from '#adapters/platform/clock'
import { createContentStore } from '#adapters/storage/content-store'
import { environments } from '#contract/platform/environment'
import { publishDue } from '#core/courses/publishing/publish-due'

const environment = environments['publish-due']().parse(process.env)
const logger = new Logger({ serviceName: 'publish-due' })
const table = openTableForWork(environment.TABLE_NAME)
const { cache } = openCache(environment.VALKEY, logger)
const s3 = new S3Client({ ...FOR_WORK, requestChecksumCalculation: 'WHEN_REQUIRED' })
const deps = {
  courses: forgettingCourses(createCourseRepository(table), cache),
  publications: createPublications(table),
  schedules: createSchedules(table),
  outlines: createOutlineRepository(table),
  assets: createAssetRepository(table),
  courseFiles: createFileRepository(table),
  content: createContentStore(s3, environment.CONTENT_BUCKET),
  seal: createMediaSealer(environment.SEAL_SECRET),
  told: createCourseEvents(new EventBridgeClient(FOR_WORK), environment.DEPLOYMENT_ID),
  lessons: environment.LESSONS,
  clock: systemClock,
}

/** What publishing the largest course may take. Milliseconds. */
const LEAST_LEFT = 120_000

/** By the clock, every minute. Throws once it did what it could; what failed is due at the next minute, too. */
export async function handler(
  _event: unknown,
  context: Pick<Context, 'getRemainingTimeInMillis'>,
): Promise<void> {
  const hasTime = () => context.getRemainingTimeInMillis() > LEAST_LEFT
  const { published, refused, errors } = await publishDue(deps, hasTime)
  if (published + refused > 0) logger.info('publishing.due', { published, refused })
  for (const error of errors) logger.error('publishing.due_failed', error as Error)
  if (errors.length > 0)
    throw new AggregateError(errors, `${errors.length} courses cannot be published at their time`)
}
