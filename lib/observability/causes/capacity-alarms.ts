import { Duration } from 'aws-cdk-lib'
import { type IAlarm, type IMetric, MathExpression, Metric } from 'aws-cdk-lib/aws-cloudwatch'
import { Function as Lambda } from 'aws-cdk-lib/aws-lambda'
import type { ITopic } from 'aws-cdk-lib/aws-sns'
import { Construct } from 'constructs'
import { burstMetrics } from '#contract/capacity/burst-metrics'
import type { BurstWatch } from '#lib/api/bursts/burst-watch'
import type { RestApi } from '#lib/api/rest-api'
import type { ApiFunction } from '#lib/constructs/api-function'
import type { LecternTable } from '#lib/data/lectern-table'
import { anyOf, Page } from '#lib/observability/paging/page'
import { RunbookAlarm } from '#lib/observability/paging/runbook-alarm'
import { shareOf } from '#lib/observability/promises/share'
import { Deployment } from '#lib/settings/deployment'
import { signInsPerSecond } from './sign-ins.ts'
import { pascal } from './watched-functions.ts'

const MINUTE = Duration.minutes(1)
const PERIOD = Duration.minutes(5)
const NEARLY_PERCENT = 80
/** Scaling aims at 70 % and follows within minutes: what stays above this has nothing more to scale to. */
const BUSY_PERCENT = 90

export interface CapacityAlarmsProps {
  readonly topic: ITopic
  readonly unless: IAlarm
  readonly api: RestApi
  readonly table: LecternTable
  readonly services: readonly ApiFunction[]
  /** Null: nobody looks what bursts are known. */
  readonly burstWatch: BurstWatch | null
}

/** Ring when what comes nears what is set up for it, before it is turned away. */
export class CapacityAlarms extends Construct {
  constructor(scope: Construct, id: string, props: CapacityAlarmsProps) {
    super(scope, id)
    const { api, table, topic, unless } = props
    const { api: limits, quotas } = Deployment.of(this).settings
    const gateway = this.#nearly('GatewayRate', {
      metric: api.metricCount({ statistic: 'Sum', period: MINUTE }),
      most: limits.requestsPerSecond * MINUTE.toSeconds(),
      runbook: 'gateway-rate',
      meaning: `Over ${NEARLY_PERCENT} % of api.requestsPerSecond come, for five minutes on end`,
    })
    const lambda = this.#nearly('Concurrency', {
      metric: claimedConcurrency(),
      most: 100,
      runbook: 'lambda-concurrency',
      meaning: `Over ${NEARLY_PERCENT} % of the account's concurrent executions are taken`,
    })
    const units = (['Read', 'Write'] as const).map((kind) =>
      this.#nearly(`Table${kind}s`, {
        metric: consumed(table, kind),
        most: quotas[`table${kind}s`] * MINUTE.toSeconds(),
        runbook: 'table-units',
        meaning: `Over ${NEARLY_PERCENT} % of the ${kind.toLowerCase()}s that a table may have are used`,
      }),
    )
    const signIns = this.#nearly('SignIns', {
      metric: signInsPerSecond(),
      most: quotas.signIns,
      periods: 1,
      runbook: 'sign-ins',
      meaning: `Over ${NEARLY_PERCENT} % of the sign-ins a second that the account may have come, in five minutes`,
    })
    const warm = props.services.flatMap((service) => this.#warm(service))
    const bursts = props.burstWatch ? [this.#bursts(props.burstWatch)] : []
    new Page(this, 'Page', {
      topic,
      unless,
      when: anyOf(gateway, lambda, ...units, signIns, ...warm, ...bursts),
      runbook: 'capacity',
      meaning: 'What comes nears what is set up for it',
    })
  }

  #warm({ functionName, live, warm }: ApiFunction) {
    if (!warm) return []
    const sum = { statistic: 'Sum' }
    const name = pascal(functionName)
    return [
      // Bursts spill until scaling follows, within minutes: only what goes on is a wrong setting.
      new RunbookAlarm(this, `${name}SpillOver`, {
        metric: shareOf(
          live.metric('ProvisionedConcurrencySpilloverInvocations', sum),
          live.metric('Invocations', sum),
          'Calls that found no warm environment, in percent',
        )(PERIOD),
        threshold: 10,
        periods: 3,
        runbook: 'spill-over',
        meaning: `Over 10 % of the calls of ${functionName} find no warm environment`,
      }),
      new RunbookAlarm(this, `${name}Busy`, {
        metric: warm.utilisation,
        threshold: BUSY_PERCENT,
        periods: 15,
        runbook: 'warm-environments',
        meaning: `The warm environments of ${functionName} have been over ${BUSY_PERCENT} % busy for a quarter of an hour`,
      }),
    ]
  }

  /** Rings hours before they come. */
  #bursts({ worker }: BurstWatch) {
    return new RunbookAlarm(this, 'Bursts', {
      metric: new Metric({
        namespace: Deployment.of(this).metricsNamespace,
        metricName: burstMetrics.missing,
        dimensionsMap: { service: burstMetrics.service },
        statistic: 'Maximum',
        ...(worker.every && { period: worker.every }),
      }),
      threshold: 0,
      periods: 1,
      runbook: 'bursts',
      meaning: 'Known bursts of the next hours need more warm environments than there may be',
    })
  }

  #nearly(
    id: string,
    {
      most,
      ...alarm
    }: { metric: IMetric; most: number; periods?: number; runbook: string; meaning: string },
  ) {
    const threshold = (most * NEARLY_PERCENT) / 100
    return new RunbookAlarm(this, id, { periods: 5, ...alarm, threshold })
  }
}

/**
 * Of the account's quota, in percent: what runs on demand, and what is reserved or provisioned whether it runs or not.
 * https://docs.aws.amazon.com/lambda/latest/dg/monitoring-concurrency.html; the quota is known by the metric that
 * Service Quotas counts it by: https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch-Quotas-Visualize-Alarms.html
 */
export const claimedConcurrency = () =>
  new MathExpression({
    expression: '100 * claimed / SERVICE_QUOTA(running)',
    usingMetrics: {
      claimed: Lambda.metricAll('ClaimedAccountConcurrency', { statistic: 'Maximum' }),
      running: Lambda.metricAllConcurrentExecutions({ statistic: 'Maximum' }),
    },
    period: MINUTE,
    label: 'Of the concurrent executions of the account, in percent',
  })

/** Units of a minute, its indexes' left out: each has a throughput of its own. */
export const consumed = ({ tableName }: LecternTable, kind: 'Read' | 'Write') =>
  new Metric({
    namespace: 'AWS/DynamoDB',
    metricName: `Consumed${kind}CapacityUnits`,
    statistic: 'Sum',
    period: MINUTE,
    dimensionsMap: { TableName: tableName },
  })
