import { Logger } from '@aws-lambda-powertools/logger'
import { MetricUnit } from '@aws-lambda-powertools/metrics'
import { ApplicationAutoScalingClient } from '@aws-sdk/client-application-auto-scaling'
import { LambdaClient } from '@aws-sdk/client-lambda'
import { createAccountQuota } from '#adapters/autoscaling/account-quota'
import { createWarmTargets } from '#adapters/autoscaling/warm-targets'
import { createKeepDeps } from '#adapters/dynamo/bursts/keep-deps'
import { createBurstRepository } from '#adapters/dynamo/bursts/repository'
import { createCourseReader } from '#adapters/dynamo/courses/course-reader'
import { courseReads } from '#adapters/dynamo/courses/read-courses'
import { openTableForWork } from '#adapters/dynamo/table'
import { createMetricWriter } from '#adapters/metrics/metric-writer'
import { FOR_A_NARROW_DOOR, FOR_WORK } from '#adapters/platform/client-settings'
import { systemClock } from '#adapters/platform/clock'
import { burstMetrics } from '#contract/capacity/burst-metrics'
import { environments } from '#contract/platform/environment'
import { keepEveryBurst } from '#core/bursts/keep-bursts'
import { warmForBursts } from '#core/bursts/warm-for-bursts'

const environment = environments['burst-watch']().parse(process.env)
const logger = new Logger({ serviceName: 'burst-watch' })
const writeMetrics = createMetricWriter(environment.METRICS_NAMESPACE, (what) =>
  logger.warn('metrics.left_out', what),
)
const table = openTableForWork(environment.TABLE_NAME)
const deps = {
  bursts: createBurstRepository(table),
  members: courseReads(table).counts,
  warm: createWarmTargets(new ApplicationAutoScalingClient(FOR_A_NARROW_DOOR)),
  quota: createAccountQuota(new LambdaClient(FOR_WORK)),
  clock: systemClock,
}

/** What the nightly rule hands over, and what is said by hand after records of the stream were lost. */
interface Asked {
  /** Look first what every course publishes. */
  readonly everyCourse?: boolean
}

/** By the clock, every quarter of an hour. Throws to be called again, once it did what it could. */
export const handler = async ({ everyCourse = false }: Asked): Promise<void> => {
  if (everyCourse) {
    const courses = createCourseReader(table)
    const looked = await keepEveryBurst({ ...createKeepDeps(table), courses })
    logger.info('bursts.kept', looked)
  }
  const { bursts, warmed, failed } = await warmForBursts(deps, {
    targets: environment.WARM_TARGETS,
  })
  for (const one of warmed) logger.info('bursts.planned', { bursts, ...one })
  for (const { resourceId, error } of failed)
    logger.error('bursts.not_planned', { resourceId, error: error as Error })
  const sumOf = (of: (one: (typeof warmed)[number]) => number) =>
    warmed.reduce((sum, one) => sum + of(one), 0)
  const figure = (name: string, value: number) => ({
    name,
    unit: MetricUnit.Count,
    values: [value],
  })
  writeMetrics(
    [
      figure(
        burstMetrics.planned,
        sumOf(({ raised }) => raised),
      ),
      figure(
        burstMetrics.missing,
        sumOf(({ missing }) => missing),
      ),
    ],
    [{ service: burstMetrics.service }],
  )
  if (failed.length > 0)
    throw new AggregateError(
      failed.map(({ error }) => error),
      `${failed.length} functions cannot be planned for`,
    )
}
