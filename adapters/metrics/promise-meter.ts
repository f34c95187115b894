import {
  type CloudWatchClient,
  type MetricDataQuery,
  paginateGetMetricData,
} from '@aws-sdk/client-cloudwatch'
import { pageMetrics } from '#contract/platform/page-report'
import { apiMetrics, PromiseName, type PromisesMade } from '#contract/platform/promised'
import type { Day } from '#contract/reports/report'
import { playbackMetrics } from '#contract/videos/playback-metrics'
import { dayOf } from '#core/reports/facts/days'
import type { PromiseMeter } from '#core/reports/promises/ports'
import type { PromiseDay } from '#core/reports/promises/promise-facts'

interface Place {
  readonly namespace: string
  /** By which API Gateway counts. */
  readonly apiName: string
  readonly promises: PromisesMade
}

const DAY_SECONDS = 86_400
const TIMES = [
  ['apiResponse', apiMetrics.responseTime],
  ['pageLoad', pageMetrics.pageLoad],
  ['videoStart', playbackMetrics.videoStart],
] as const

/** CloudWatch, which has a percentile of a whole day: those of its hours could not be put together. */
export const createPromiseMeter = (
  client: CloudWatchClient,
  { namespace, apiName, promises }: Place,
): PromiseMeter => {
  const ofTimes = TIMES.flatMap(([promise, name]): MetricDataQuery[] => [
    query(`${promise}_value`, { namespace, name }, `p${promises[promise].percentile}`),
    query(`${promise}_measured`, { namespace, name }, 'SampleCount'),
  ])
  const ofGateway = [
    query('failures_failed', { namespace: 'AWS/ApiGateway', name: '5XXError', apiName }, 'Sum'),
    query('failures_measured', { namespace: 'AWS/ApiGateway', name: 'Count', apiName }, 'Sum'),
  ]
  return {
    measured: async (from, to) => {
      const found = new Map<string, Map<Day, number>>()
      const pages = paginateGetMetricData(
        { client },
        {
          MetricDataQueries: [...ofTimes, ...ofGateway],
          StartTime: new Date(from),
          EndTime: new Date(Date.parse(to) + DAY_SECONDS * 1000),
        },
      )
      for await (const { MetricDataResults = [] } of pages)
        for (const { Id = '', Timestamps = [], Values = [] } of MetricDataResults) {
          const values = found.get(Id) ?? new Map<Day, number>()
          for (const [at, moment] of Timestamps.entries())
            values.set(dayOf(moment), Values[at] ?? 0)
          found.set(Id, values)
        }
      return daysOf(found)
    },
  }
}

function daysOf(found: ReadonlyMap<string, ReadonlyMap<Day, number>>): Map<Day, PromiseDay> {
  const days = new Map<Day, PromiseDay>()
  for (const promise of PromiseName.options)
    for (const [day, measured] of found.get(`${promise}_measured`) ?? []) {
      const failed = found.get('failures_failed')?.get(day) ?? 0
      const value =
        promise === 'failures' ? (100 * failed) / measured : found.get(`${promise}_value`)?.get(day)
      if (measured > 0 && value !== undefined)
        days.set(day, { ...days.get(day), [promise]: [value, Math.round(measured)] })
    }
  return days
}

const query = (
  Id: string,
  metric: { readonly namespace: string; readonly name: string; readonly apiName?: string },
  Stat: string,
): MetricDataQuery => ({
  Id,
  MetricStat: {
    Metric: {
      Namespace: metric.namespace,
      MetricName: metric.name,
      Dimensions: metric.apiName ? [{ Name: 'ApiName', Value: metric.apiName }] : [],
    },
    Period: DAY_SECONDS,
    Stat,
  },
})
