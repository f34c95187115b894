import type { StageSettingsInput } from '#lib/settings/settings'
import type { Bill } from '#load/plan/cost/bill'
import type { Plan } from '#load/plan/plan'
import { count, usd } from '#load/plan/report/words'
import type { TableProps as Table } from '#load/plot/html'
import { documentOf, escaped, factsOf, plotsOf, tableOf } from '#load/plot/html'
import type { Prices } from '#load/prices/prices'
import { costAgainstUsersPlot } from './cost-against-users.ts'
import { costByLine } from './cost-by-line.ts'
import { dayPlot } from './day.ts'
import { latencyPlot } from './latency.ts'

export interface PageProps {
  readonly plan: Plan
  readonly stage: StageSettingsInput
  readonly bill: Bill
  readonly prices: Prices
  readonly tables: readonly Table[]
  readonly contradictions: readonly string[]
}

/** The plan as one HTML page that needs nothing else. */
export function page({ plan, stage, bill, prices, tables, contradictions }: PageProps): string {
  const { users, monthActive, profile, region, heartbeatSeconds } = plan.input
  const title = `Lectern for ${count(users)} people at once`
  const facts: [string, string][] = [
    [count(plan.gateway.arrivals), 'requests a second, with a burst'],
    [String(plan.functions.learning.need.environments), 'environments of learning'],
    [`${count(plan.edge.mbitPerSecond / 1_000)} Gbit/s`, 'of video'],
    [usd(bill.totalUsd), 'an ordinary month'],
    [usd(bill.perLearnerUsd), 'a month and learner'],
    [usd(bill.idleUsd), 'a month before anybody comes'],
  ]
  return documentOf(
    title,
    [
      `<p class="quiet">${count(monthActive)} in a month, ${profile}, ${region}, a heartbeat every ${heartbeatSeconds} seconds; prices of ${prices.asOf}</p>`,
      ...contradictions.map((it) => `<p class="wrong">${escaped(it)}</p>`),
      factsOf(facts),
      plotsOf([
        dayPlot(plan),
        latencyPlot(plan),
        costByLine(bill),
        costAgainstUsersPlot(plan, stage, prices),
      ]),
      ...tables.map(tableOf),
    ].join('\n'),
  )
}
