import { Duration } from 'aws-cdk-lib'
import { GraphWidget, type IMetric, type IWidget, MathExpression } from 'aws-cdk-lib/aws-cloudwatch'
import { services } from '#contract/http/route'
import { CALLS_A_SECOND } from '#lib/constructs/warm-environments'
import type { StageSettings } from '#lib/settings/settings'
import type { Watched } from './alarms.ts'
import { claimedConcurrency, consumed } from './causes/capacity-alarms.ts'
import { refusedByGateway } from './causes/refusal-alarms.ts'
import { signInsPerSecond } from './causes/sign-ins.ts'

const MINUTE = Duration.minutes(1)
const PERIOD = Duration.minutes(5)

/** What comes, beside what is set up for it and what AWS lets the account have. */
export function loadWidgets(
  { api, table }: Watched,
  { api: limits, quotas }: StageSettings,
): IWidget[] {
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
      leftAnnotations: [
        { value: quotas.tableReads, label: 'quota of reads' },
        { value: quotas.tableWrites, label: 'quota of writes' },
      ],
    }),
    new GraphWidget({
      title: 'Sign-ins a second of the account',
      left: [signInsPerSecond()],
      leftAnnotations: [{ value: quotas.signIns, label: 'quota' }],
    }),
  ]
}

/** How busy those are that wait for calls, and what came past them; nothing, where none do. */
export function warmWidgets({ services }: Watched, { provisioned }: StageSettings): IWidget[] {
  const warm = services.flatMap((service) => (service.warm ? [service] : []))
  if (warm.length === 0) return []
  return [
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

/** What comes to each function that answers people, beside what it was planned for and what is kept warm for it. */
export const callsWidgets = (
  { services }: Watched,
  { planned, provisioned }: StageSettings,
  isShort: boolean,
): IWidget[] =>
  services.flatMap(({ functionName, live, warm }) => {
    if (isShort && !isScaled(functionName)) return []
    const most = isScaled(functionName) && warm ? provisioned[functionName].max : null
    const expected = planned && isPlanned(functionName) ? planned[functionName] : null
    return new GraphWidget({
      title: `Calls a second of ${functionName}`,
      left: [aSecond(live.metric('Invocations', { statistic: 'Sum', period: MINUTE }), 'calls')],
      leftAnnotations: [
        ...(expected === null ? [] : [{ value: expected, label: 'planned, with a burst' }]),
        ...(most === null
          ? []
          : [{ value: most * CALLS_A_SECOND, label: 'most that warm environments take' }]),
      ],
    })
  })

const isScaled = (name: string): name is keyof StageSettings['provisioned'] =>
  name === 'catalog' || name === 'learning'

const isPlanned = (name: string): name is keyof NonNullable<StageSettings['planned']> =>
  services.some((service) => service === name)

const aSecond = (metric: IMetric, of: string) =>
  new MathExpression({
    expression: `${of} / 60`,
    usingMetrics: { [of]: metric },
    period: MINUTE,
    label: `${of} a second`,
  })
