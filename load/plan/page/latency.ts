import { targets } from '#lib/settings/targets'
import type { Plan } from '#load/plan/plan'
import { latencyMs } from '#load/plan/queueing/latency'
import { count, short } from '#load/plan/report/words'
import { ticksTo } from '#load/plot/axis'
import { plot } from '#load/plot/plot'

const POINTS = 120

/** How long the busiest function takes, as more come than it was planned for and nothing is added. */
export function latencyPlot({ functions, input }: Plan): string {
  const { promiseMs, goalMs, percentile } = targets.apiResponse
  const { busiest, withBurst, need } = functions.learning
  const most = input.users * 2
  const environments = functions.learning.provisioned?.max ?? need.environments
  const over = ({ callsPerSecond, serviceMs }: typeof busiest) =>
    Array.from({ length: POINTS + 1 }, (_, index) => {
      const users = Math.max(1, (most * index) / POINTS)
      const calls = (callsPerSecond * users) / input.users
      const its = latencyMs(environments, { callsPerSecond: calls, serviceMs }, percentile)
      return [users, its] as const
    }).filter(
      ([, its], index, all) =>
        index === 0 || (all[index - 1]?.[1] ?? 0) <= promiseMs || its <= promiseMs,
    )
  const top = promiseMs * 1.2
  return plot({
    title: `Learning: P${percentile} against users, with what is planned for ${count(input.users)}`,
    said: `With ${environments} environments calls take ${Math.round(busiest.serviceMs)} ms until nearly all are busy, and then wait without end.`,
    x: {
      label: 'users at once',
      from: 0,
      to: most,
      ticks: ticksTo(most).filter((tick) => tick <= most),
      name: short,
    },
    y: {
      label: `milliseconds in the function, ${environments} environments`,
      from: 0,
      to: top,
      ticks: [0, goalMs, 200, 300, 400, promiseMs],
      name: count,
    },
    series: [
      { name: 'as planned, without a burst', tone: 'load', points: over(busiest) },
      { name: 'with a burst', tone: 'load', isDashed: true, points: over(withBurst) },
      {
        name: 'goal',
        tone: 'limit',
        isDashed: true,
        points: [
          [0, goalMs],
          [most, goalMs],
        ],
      },
      {
        name: 'promise',
        tone: 'limit',
        points: [
          [0, promiseMs],
          [most, promiseMs],
        ],
      },
    ],
  })
}
