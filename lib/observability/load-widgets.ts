import { Duration } from 'aws-cdk-lib'
import { GraphWidget, type IMetric, type IWidget, MathExpression } from 'aws-cdk-lib/aws-cloudwatch'
import type { StageSettings } from '#lib/settings/settings'
import type { Watched } from './alarms.ts'
import { claimedConcurrency, consumed, TABLE_UNITS_PER_SECOND } from './causes/capacity-alarms.ts'
import { refusedByGateway } from './causes/refusal-alarms.ts'

const MINUTE = Duration.minutes(1)
const PERIOD = Duration.minutes(5)

/** What comes, beside what is set up for it. */
export function loadWidgets(
  { api, table, services }: Watched,
  { api: limits, provisioned }: StageSettings,
): IWidget[] {
  const warm = services.flatMap((service) => (service.warm ? [service] : []))
  return [
    new GraphWidget({
      title: 'Requests a second, and of them answered 429 in percent',
      left: [aSecond(api.metricCount({ statistic: 'Sum', period: MINUTE }), 'requests')],
      right: [refusedByGateway(api)(PERIOD)],
      leftAnnotations: [{ value: limits.requestsPerSecond, label: 'api.requestsPerSecond' }],
    }),
    new GraphWidget({
      title: 'Concurrent executions of the account, in percent of its quota',
      left: [claimedConcurrency()],
      leftAnnotations: [{ value: 100, label: 'quota' }],
    }),
    new GraphWidget({
      title: 'Units a second of the table',
      left: (['Read', 'Write'] as const).map((kind) =>
        aSecond(consumed(table, kind), `${kind.toLowerCase()}s`),
      ),
      leftAnnotations: [{ value: TABLE_UNITS_PER_SECOND, label: 'quota' }],
    }),
    ...warm.map(({ functionName, live, warm: environments }) => {
      const plan = functionName === 'catalog' ? provisioned.catalog : provisioned.learning
      return new GraphWidget({
        title: `Warm environments of ${functionName}: busy in percent, and how many are`,
        left: environments ? [environments.utilisation] : [],
        right: [
          live.metric('ProvisionedConcurrentExecutions', { statistic: 'Maximum', label: 'busy' }),
        ],
        leftAnnotations: [{ value: plan.utilisationPercent, label: 'scaling aims at' }],
        rightAnnotations: [{ value: plan.max, label: 'most' }],
      })
    }),
    new GraphWidget({
      title: 'Calls that found no warm environment',
      left: warm.map(({ live }) =>
        live.metric('ProvisionedConcurrencySpilloverInvocations', { statistic: 'Sum' }),
      ),
    }),
  ]
}

const aSecond = (metric: IMetric, of: string) =>
  new MathExpression({
    expression: `${of} / 60`,
    usingMetrics: { [of]: metric },
    period: MINUTE,
    label: `${of} a second`,
  })
