import { services } from '#contract/http/route'
import { targets } from '#lib/settings/targets'
import { minutesTo, powersTo, ticksTo } from '#load/plot/axis'
import { documentOf, plotsOf, tableOf, verdictsOf as verdictList } from '#load/plot/html'
import { plot, type Series } from '#load/plot/plot'
import { facts } from '#load/simulation/aws/facts'
import type { Stretch } from '#load/simulation/recorder'
import type { Run } from '#load/simulation/run'
import { number, resultRows, sentencesOf, verdictsOf } from './table.ts'

/** A run as a page of its own. */
export function pageOf(run: Run): string {
  const { head, rows } = resultRows(run)
  return documentOf(
    `${number(run.scenario.users)} users, simulated`,
    [
      `<p class="quiet">${describe(run)}</p>`,
      verdictList(verdictsOf(run)),
      plotsOf(drawn(run)),
      tableOf({
        title: 'By function',
        head,
        rows,
        figures: head.map((_, column) => column).slice(1),
        notes: sentencesOf(run),
      }),
    ].join('\n'),
  )
}

function describe({ scenario }: Run): string {
  const { seed, seconds, bursts, faults, deployment } = scenario
  const happens = [
    ...bursts.map(({ burst, atSeconds }) => `${burst.name}, at minute ${atSeconds / 60}`),
    ...faults.map(({ kind, atSeconds }) => `${kind} at minute ${atSeconds / 60}`),
  ]
  const warm = services.flatMap((service) => {
    const bounds = deployment.functions[service]
    return bounds ? [`${service} ${bounds.min} to ${bounds.max}`] : []
  })
  return `${seconds / 60} minutes of a term’s busiest traffic, seed ${seed}. Warm environments: ${warm.join(', ') || 'none'}, scaled by ${deployment.tracking}. ${happens.length > 0 ? `What happens: ${happens.join('; ')}.` : 'Nothing special happens.'}`
}

type Line = Omit<Series, 'points'> & { readonly values: readonly number[] }

function drawn({ recorder, scenario }: Run): string[] {
  const { stretchSeconds } = recorder
  const { seconds, deployment } = scenario
  const stretches = recorder.stretches.slice(0, Math.floor(seconds / stretchSeconds))
  const minutes = seconds / 60
  const perSecond = (of: (stretch: Stretch) => number) =>
    stretches.map((stretch) => of(stretch) / stretchSeconds)
  const over = (title: string, label: string, lines: readonly Line[], isLog = false) =>
    overMinutes({ title, label, lines, minutes, isLog })
  const warm = services.flatMap((service, at) => {
    if (!deployment.functions[service]) return []
    const provisioned = stretches.map((stretch) => stretch.provisioned[at] as number)
    const takes = provisioned.map((count) => count * facts.lambda.callsPerEnvironment)
    const calls = perSecond((stretch) => stretch.calls[at] as number)
    const busy = stretches.map((stretch) => stretch.busy[at] as number)
    return [
      over(`Calls of ${service}`, 'a second', [
        { name: 'calls', tone: 'load', isFilled: true, values: calls },
        { name: 'what warm environments take', tone: 'capacity', values: takes },
      ]),
      over(`Environments of ${service}`, 'most at a time', [
        { name: 'busy', tone: 'load', isFilled: true, values: busy },
        { name: 'warm', tone: 'capacity', values: provisioned },
      ]),
    ]
  })
  const percentile = (percent: number, look: Pick<Line, 'tone' | 'isDashed'>): Line => ({
    name: `P${percent}`,
    ...look,
    values: stretches.map(({ latency }) => latency.percentile(percent)),
  })
  const same = (value: number) => stretches.map(() => value)
  return [
    over('Requests', 'a second', [
      { name: 'asked', tone: 'load', isFilled: true, values: perSecond(({ asked }) => asked) },
      {
        name: 'answered by the gateway',
        tone: 'other',
        values: perSecond(({ fromGateway }) => fromGateway),
      },
      {
        name: 'the stage’s rate',
        tone: 'limit',
        values: same(deployment.gateway.requestsPerSecond),
      },
    ]),
    over(
      'Time to the answer',
      'milliseconds, each line ten times the one below',
      [
        percentile(50, { tone: 'load', isDashed: true }),
        percentile(95, { tone: 'load' }),
        percentile(99, { tone: 'capacity' }),
        { name: 'promise', tone: 'limit', values: same(targets.apiResponse.promiseMs) },
      ],
      true,
    ),
    ...warm,
    over('Cold starts', 'a minute', [
      {
        name: 'cold starts',
        tone: 'load',
        isFilled: true,
        values: perSecond(({ coldStarts }) => 60 * coldStarts),
      },
    ]),
    over('Not answered', 'a second', [
      {
        name: 'throttled by the stage',
        tone: 'load',
        values: perSecond(({ throttled }) => throttled),
      },
      { name: 'refused by Lambda', tone: 'capacity', values: perSecond(({ refused }) => refused) },
      { name: 'failed', tone: 'other', values: perSecond(({ failed }) => failed) },
    ]),
  ]
}

interface OverMinutes {
  readonly title: string
  readonly label: string
  readonly lines: readonly Line[]
  readonly minutes: number
  readonly isLog: boolean
}

/** Values of stretches, each at its middle. */
function overMinutes({ title, label, lines, minutes, isLog }: OverMinutes): string {
  const most = Math.max(...lines.flatMap(({ values }) => values), isLog ? 10 : 1)
  const ticks = isLog ? powersTo(most) : ticksTo(most)
  return plot({
    title,
    said: `${title}, ${label}, over ${minutes} minutes; at most ${number(Math.round(most))}.`,
    x: { label: 'minutes', from: 0, to: minutes, ticks: minutesTo(minutes), name: String },
    y: { label, from: ticks[0] ?? 0, to: ticks.at(-1) ?? most, ticks, name: number, isLog },
    series: lines.map(({ values, ...look }) => ({
      ...look,
      points: values.map(
        (value, index) => [((index + 0.5) * minutes) / values.length, value] as const,
      ),
    })),
  })
}
