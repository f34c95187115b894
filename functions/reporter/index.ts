import { Logger } from '@aws-lambda-powertools/logger'
import { AthenaClient } from '@aws-sdk/client-athena'
import { CloudWatchClient } from '@aws-sdk/client-cloudwatch'
import { S3Client } from '@aws-sdk/client-s3'
import { createPromiseMeter } from '#adapters/metrics/promise-meter'
import { FOR_WORK } from '#adapters/platform/client-settings'
import { systemClock } from '#adapters/platform/clock'
import { createContentStore } from '#adapters/storage/content-store'
import { createCourseTitles } from '#adapters/storage/course-titles'
import { createAthenaWarehouse } from '#adapters/warehouse/athena'
import { createDimensionStore } from '#adapters/warehouse/dimension-store'
import { createFactStore } from '#adapters/warehouse/fact-store'
import { environments } from '#contract/platform/environment'
import type { Day } from '#contract/reports/report'
import { snapshotDimensions } from '#core/reports/dimensions/snapshot-dimensions'
import { countActive, workOutDay } from '#core/reports/facts/work-out-day'
import { keepPromises } from '#core/reports/promises/keep-promises'
import { keepTitles } from '#core/reports/titles/keep-titles'
import { serveBatches } from '#functions/queue/serve-queue'
import { asksForPromises, newsOf } from './news-of.ts'

const environment = environments.reporter().parse(process.env)
const logger = new Logger({ serviceName: 'reporter' })
const s3 = new S3Client(FOR_WORK)
const content = createContentStore(s3, environment.CONTENT_BUCKET)
const deps = {
  content,
  titles: createCourseTitles(content),
  dimensions: createDimensionStore(s3, environment.LAKE_BUCKET),
  warehouse: createAthenaWarehouse(new AthenaClient(FOR_WORK), {
    workGroup: environment.WORK_GROUP,
    database: environment.DATABASE,
  }),
  facts: createFactStore(s3, environment.LAKE_BUCKET),
  clock: systemClock,
  meter: createPromiseMeter(new CloudWatchClient(FOR_WORK), {
    namespace: environment.METRICS_NAMESPACE,
    apiName: environment.API_NAME,
    promises: environment.PROMISES,
  }),
}

/**
 * Works out the days that have news, each once for a batch; at night what there was when the day
 * before ended. With a day come titles and how promises are kept, which the clock asks for, too.
 */
export const handler = serveBatches(logger, async (events) => {
  const failures = new Map<number, unknown>()
  const asked = events.flatMap((event, at) => (asksForPromises(event) ? [at] : []))
  const news = events.map((event, at) =>
    asked.includes(at) ? null : newsOf(event, deps.clock.now()),
  )
  for (const { day, isOver } of new Map(
    news.flatMap((one) => (one ? [[`${one.day} ${one.isOver}`, one]] : [])),
  ).values())
    try {
      await (isOver ? endDay(day) : workOutDay(deps, day))
      logger.info('reporter.worked_out', { day, isOver })
    } catch (error) {
      for (const [at, one] of news.entries())
        if (one?.day === day && one.isOver === isOver) failures.set(at, error)
    }
  const isNew = news.some((one) => one && !one.isOver)
  // A day is not worked out again for the sake of these: the next asks for all that is missing.
  if (isNew) await unlessItFails('titles', () => keepTitles(deps))
  if (isNew || asked.length > 0) {
    const error = await unlessItFails('promises', () => keepPromises(deps))
    if (error) for (const at of asked) failures.set(at, error)
  }
  return failures
})

/** Answers the error, which it tells the log. */
async function unlessItFails(what: string, work: () => Promise<void>): Promise<unknown> {
  try {
    await work()
    return undefined
  } catch (error) {
    logger.error(`reporter.${what}_failed`, { error })
    return error
  }
}

async function endDay(day: Day): Promise<void> {
  await countActive(deps, day)
  const unread = await snapshotDimensions(deps, day)
  if (unread.length > 0) logger.warn('reporter.courses_unread', { day, courses: unread })
}
