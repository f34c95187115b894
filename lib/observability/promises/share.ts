import type { Duration } from 'aws-cdk-lib'
import { type IMetric, MathExpression, type Metric, Stats } from 'aws-cdk-lib/aws-cloudwatch'

/** Of fewer requests one failure is a bad share; the functions' own alarms count failures at night. */
export const ENOUGH_REQUESTS = 100

/** What went wrong of all that was counted in a period, in percent; 0 of too little to say. */
export type Share = (period: Duration) => MathExpression

/** Of requests, those counted in `part`. */
export const shareOf =
  (part: IMetric, whole: IMetric, label: string): Share =>
  (period) =>
    new MathExpression({
      expression: `IF(whole >= ${ENOUGH_REQUESTS}, 100 * FILL(part, 0) / whole, 0)`,
      usingMetrics: { part, whole },
      period,
      label,
    })

/**
 * Of what a metric measured in milliseconds, those that took longer. The rank is of what took as long or less:
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/Statistics-definitions.html
 */
export const slowerThan =
  (ms: number, metric: Metric, enough: number, label: string): Share =>
  (period) =>
    new MathExpression({
      expression: `IF(measured >= ${enough}, 100 - inTime, 0)`,
      usingMetrics: {
        measured: metric.with({ statistic: Stats.SAMPLE_COUNT }),
        inTime: metric.with({ statistic: Stats.percentileRank(ms) }),
      },
      period,
      label,
    })
