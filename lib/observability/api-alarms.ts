import { Duration } from 'aws-cdk-lib'
import { type IMetric, MathExpression } from 'aws-cdk-lib/aws-cloudwatch'
import type { ITopic } from 'aws-cdk-lib/aws-sns'
import { Construct } from 'constructs'
import type { RestApi } from '#lib/api/rest-api'
import { targets } from '#lib/settings/targets'
import { RunbookAlarm } from './runbook-alarm.ts'

const MINUTE = Duration.minutes(1)
const PERIOD = Duration.minutes(5)
/** Of fewer requests one failure is a bad share; the functions' own alarms count failures at night. */
export const ENOUGH_REQUESTS = 100

/** A share in percent of what was counted, once there is enough of it to be one; else 0. */
export const shareOf = (part: IMetric, whole: IMetric, label: string) =>
  new MathExpression({
    expression: `IF(whole >= ${ENOUGH_REQUESTS}, 100 * FILL(part, 0) / whole, 0)`,
    usingMetrics: { part, whole },
    period: PERIOD,
    label,
  })

/** Of the API's requests, in percent. */
export const failedOnOurSide = (api: RestApi) =>
  shareOf(
    api.metricServerError({ statistic: 'Sum' }),
    api.metricCount({ statistic: 'Sum' }),
    'Requests that failed on our side, in percent',
  )

/** Ring when the API breaks its promises of time and availability. */
export class ApiAlarms extends Construct {
  constructor(scope: Construct, id: string, props: { topic: ITopic; api: RestApi }) {
    super(scope, id)
    const { topic, api } = props
    const { percentile, promiseMs } = targets.apiResponse
    const failures = 100 - targets.availability.promisePercent
    new RunbookAlarm(this, 'Latency', {
      topic,
      metric: api.responseTime.with({ statistic: `p${percentile}`, period: MINUTE }),
      threshold: promiseMs,
      periods: 5,
      runbook: 'api-latency',
      meaning: `The API's P${percentile} is over ${promiseMs} ms`,
    })
    new RunbookAlarm(this, 'Errors', {
      topic,
      metric: failedOnOurSide(api),
      threshold: failures,
      periods: 2,
      runbook: 'api-errors',
      meaning: `Over ${failures.toFixed(2)} % of requests fail`,
    })
  }
}
