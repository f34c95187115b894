import { isObject, type JsonObject, listAt, numberAt, objectAt, textAt } from '#local/assembly/json'
import { AwsError } from '#local/aws-api/server'
import { type KeptMetric, metricKey, readMetric } from './kept-metrics.ts'

const DAY_MS = 86_400_000
/** https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_GetMetricData.html */
const MOST_QUERIES = 500

/** What CloudWatch says of metrics, whole days alone: no more is kept here. */
export function getMetricData(dataDir: string, input: JsonObject): JsonObject {
  const queries = listAt(input, 'MetricDataQueries')
  if (queries.length === 0 || queries.length > MOST_QUERIES)
    throw invalid(`There are 1 to ${MOST_QUERIES} queries.`)
  const from = 1000 * (numberAt(input, 'StartTime') ?? Number.NaN)
  const until = 1000 * (numberAt(input, 'EndTime') ?? Number.NaN)
  if (!(from < until)) throw invalid('The start is before the end.')
  return {
    MetricDataResults: queries.map((query) => {
      if (!isObject(query)) throw invalid('A query is an object.')
      const stat = objectAt(query, 'MetricStat')
      if (1000 * (numberAt(stat, 'Period') ?? 0) !== DAY_MS)
        throw invalid('The local CloudWatch keeps days: a period has 86400 seconds.')
      const metric = objectAt(stat, 'Metric')
      const key = metricKey({
        namespace: textAt(metric, 'Namespace'),
        name: textAt(metric, 'MetricName'),
        dimensions: Object.fromEntries(
          listAt(metric, 'Dimensions').map((one) => [textAt(one, 'Name'), textAt(one, 'Value')]),
        ),
      })
      const points = daysOf(from, until).flatMap((day) => {
        const kept = readMetric(dataDir, day, key)
        return kept ? [{ day, value: statisticOf(kept, textAt(stat, 'Stat')) }] : []
      })
      return {
        Id: textAt(query, 'Id'),
        Label: textAt(metric, 'MetricName'),
        // The newest first, as CloudWatch says them where nothing else is asked.
        Timestamps: points.map(({ day }) => Date.parse(day) / 1000).reverse(),
        Values: points.map(({ value }) => value).reverse(),
        StatusCode: 'Complete',
      }
    }),
    Messages: [],
  }
}

function daysOf(from: number, until: number): string[] {
  const days: string[] = []
  for (let at = from - (from % DAY_MS); at < until; at += DAY_MS)
    days.push(new Date(at).toISOString().slice(0, 10))
  return days
}

/** `Sum`, `SampleCount`, or a percentile: the least value that so many percent do not exceed. */
export function statisticOf({ sum, values }: KeptMetric, stat: string): number {
  const sorted = Object.entries(values)
    .map(([value, times]) => ({ value: Number(value), times }))
    .toSorted((one, other) => one.value - other.value)
  const count = sorted.reduce((all, { times }) => all + times, 0)
  if (stat === 'Sum') return sum
  if (stat === 'SampleCount') return count
  const percentile = Number(/^p(\d+(?:\.\d+)?)$/.exec(stat)?.[1])
  if (!(percentile >= 0 && percentile <= 100))
    throw invalid(`The local CloudWatch has no statistic ${stat}.`)
  let passed = 0
  for (const { value, times } of sorted) {
    passed += times
    if (passed >= (count * percentile) / 100) return value
  }
  return sorted.at(-1)?.value ?? 0
}

const invalid = (message: string) => new AwsError('ValidationError', message)
