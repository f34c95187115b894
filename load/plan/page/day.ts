import { targets } from '#lib/settings/targets'
import type { Plan } from '#load/plan/plan'
import { CALLS_A_SECOND } from '#load/plan/queueing/environments'
import { count } from '#load/plan/report/words'
import { ticksTo } from '#load/plot/axis'
import { plot } from '#load/plot/plot'

/** What comes to the busiest function over a day, against what its warm environments take. */
export function dayPlot({ functions, model }: Plan): string {
  const { usual, busiest, withBurst, provisioned } = functions.learning
  const most = provisioned?.max ?? 0
  const top = Math.max(most * CALLS_A_SECOND, withBurst.callsPerSecond)
  const hours = [...model.day, model.day[0] ?? 0]
  const over = (rate: number) => hours.map((share, hour) => [hour, share * rate] as const)
  const steps = (provisioned?.floors ?? []).flatMap((floor, hour) => [
    [hour, floor * CALLS_A_SECOND] as const,
    [hour + 1, floor * CALLS_A_SECOND] as const,
  ])
  const ticks = ticksTo(top)
  return plot({
    title: 'Learning: load over the day, against capacity',
    said: `Calls a second by the hour: at most ${count(usual.callsPerSecond)} as usual and ${count(busiest.callsPerSecond)} as planned. Warm environments take ${count(Math.max(0, ...steps.map(([, rate]) => rate)))} in the busiest hour, and up to ${count(top)} once they have scaled.`,
    x: { label: 'hour of the day', from: 0, to: 24, ticks: [0, 6, 12, 18, 24], name: String },
    y: { label: 'calls a second', from: 0, to: ticks.at(-1) ?? top, ticks, name: count },
    series: [
      { name: 'usual', tone: 'load', isFilled: true, points: over(usual.callsPerSecond) },
      { name: 'planned for', tone: 'load', isDashed: true, points: over(busiest.callsPerSecond) },
      ...(provisioned
        ? [
            { name: 'kept warm', tone: 'capacity' as const, points: steps },
            {
              name: `at most, ${targets.provisionedConcurrency.utilisationPercent} % busy in a burst`,
              tone: 'capacity' as const,
              isDashed: true,
              points: [[0, most * CALLS_A_SECOND] as const, [24, most * CALLS_A_SECOND] as const],
            },
          ]
        : []),
    ],
  })
}
