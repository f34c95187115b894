import type { StageSettings } from '#lib/settings/settings'
import { aws } from '#load/plan/figures/service-times'
import type { FunctionPlan } from '#load/plan/parts/functions'
import type { Plan } from '#load/plan/plan'
import type { Prices } from '#load/prices/prices'
import { type CostLine, figure } from './line.ts'
import { HOURS, type Month } from './month.ts'

/** Warm environments of a function, on average over a day. */
export function keptOf(
  name: FunctionPlan['service'],
  { provisioned }: Pick<StageSettings, 'provisioned'>,
): number {
  if (name !== 'catalog' && name !== 'learning') return 0
  const { min, schedule } = provisioned[name]
  if (schedule.length === 0) return min
  return averageOf(schedule.map(({ at, min: floor }) => ({ hour: hourOf(at), floor })))
}

export function functionLines(
  plan: Plan,
  month: Month,
  settings: StageSettings,
  { lambda }: Prices,
): CostLine[] {
  const functions = Object.values(plan.functions)
  const calls =
    functions.reduce((sum, it) => sum + it.usual.callsPerSecond, 0) * month.hours * 3_600
  let warm = 0
  let cold = 0
  let kept = 0
  for (const { service, usual } of functions) {
    const seconds = usual.callsPerSecond * month.hours * 3_600 * (usual.serviceMs / 1_000)
    const environments = keptOf(service, settings)
    if (environments > 0) warm += seconds * aws.memoryGb
    else cold += seconds * aws.memoryGb
    kept += environments * HOURS * 3_600 * aws.memoryGb
  }
  return [
    {
      group: 'Functions',
      what: 'Calls',
      usd: (calls / 1e6) * lambda.millionCalls,
      how: `${figure(calls / 1e6)} M past the gateway’s cache`,
    },
    {
      group: 'Functions',
      what: 'Time in which they run',
      usd: warm * lambda.warmGbSecond + cold * lambda.gbSecond,
      how: `${figure((warm + cold) / 1e6)} M GB-seconds${warm > 0 ? `, ${figure(warm / 1e6)} M of them warm` : ''}`,
    },
    {
      group: 'Functions',
      what: 'Environments kept warm',
      usd: kept * lambda.keptGbSecond,
      how: kept > 0 ? `${figure(kept / HOURS / 3_600)} on average, of 1 GB` : 'none',
      isFixed: true,
    },
  ]
}

const hourOf = (at: string): number => {
  const [, minute = '0', hour = '0'] = /^cron\((\d+) (\d+) /.exec(at) ?? []
  return Number(hour) + Number(minute) / 60
}

/** Each holds until the next of the day. */
function averageOf(changes: readonly { hour: number; floor: number }[]): number {
  const sorted = changes.toSorted((one, other) => one.hour - other.hour)
  return (
    sorted.reduce((sum, { hour, floor }, index) => {
      const next = sorted[index + 1]?.hour ?? (sorted[0]?.hour ?? 0) + 24
      return sum + floor * (next - hour)
    }, 0) / 24
  )
}
