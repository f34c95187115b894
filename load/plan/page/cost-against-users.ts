import { StageSettings, type StageSettingsInput } from '#lib/settings/settings'
import { billOf } from '#load/plan/cost/bill'
import { makePlan, type Plan } from '#load/plan/plan'
import { count, short, usd } from '#load/plan/report/words'
import { filledBy } from '#load/plan/with-plan'
import { plot } from '#load/plot/plot'
import type { Prices } from '#load/prices/prices'

const COUNTS = [100, 200, 300, 310, 500, 1_000, 2_000, 5_000, 10_000, 20_000, 50_000, 100_000]
const DECADES = [1, 10, 100, 1_000, 10_000, 100_000, 1_000_000]

/** A month's bill for other numbers of users, each with the plan of its own. */
export function costAgainstUsersPlot(
  plan: Plan,
  stage: StageSettingsInput,
  prices: Prices,
): string {
  const { heartbeatSeconds, region, users } = plan.input
  const { users: _, profile: __, ...its } = stage
  const bills = [...new Set([...COUNTS, users])]
    .toSorted((one, other) => one - other)
    .map((each) => {
      const other = makePlan({ users: each, heartbeatSeconds, region }, plan.model)
      return { each, bill: billOf(other, StageSettings.parse(filledBy(other, its)), prices) }
    })
  const [first, last] = [bills[0], bills.at(-1)]
  const lowest = Math.min(...bills.map(({ bill }) => bill.idleUsd))
  const highest = Math.max(...bills.map(({ bill }) => bill.totalUsd))
  const from = DECADES.findLast((one) => one <= lowest) ?? 1
  const to = DECADES.find((one) => one >= highest) ?? 1_000_000
  return plot({
    title: 'A month’s cost against users',
    said: `From ${usd(first?.bill.totalUsd ?? 0)} for ${count(first?.each ?? 0)} to ${usd(last?.bill.totalUsd ?? 0)} for ${count(last?.each ?? 0)}.`,
    x: {
      label: 'users at once',
      from: first?.each ?? 1,
      to: last?.each ?? 1,
      ticks: DECADES.filter((one) => one >= (first?.each ?? 1) && one <= (last?.each ?? 1)),
      name: short,
      isLog: true,
    },
    y: {
      label: 'US dollars a month, each line ten times the one below',
      from,
      to,
      ticks: DECADES.filter((one) => one >= from && one <= to),
      name: (value) => `$${short(value)}`,
      isLog: true,
    },
    series: [
      { name: 'all', tone: 'load', points: bills.map(({ each, bill }) => [each, bill.totalUsd]) },
      {
        name: 'all but video: without data, segments and encoding',
        tone: 'capacity',
        points: bills.map(({ each, bill }) => [
          each,
          bill.lines.reduce(
            (sum, { group, usd: amount }) =>
              sum + (group === 'Edge' || group === 'Video' ? 0 : amount),
            0,
          ),
        ]),
      },
      {
        name: 'idle',
        tone: 'limit',
        isDashed: true,
        points: bills.map(({ each, bill }) => [each, bill.idleUsd]),
      },
    ],
  })
}
