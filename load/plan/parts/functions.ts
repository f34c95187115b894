import type { Service } from '#contract/http/route'
import { targets } from '#lib/settings/targets'
import type { TrafficModel } from '#load/model/model'
import type { Rates } from '#load/model/rates'
import { byRoute } from '#load/model/rates'
import { environmentsFor, type Need } from '#load/plan/queueing/environments'
import { type Demand, demandOf, type Hits, plus, type Traffic } from './demand.ts'

/** How many of a function’s environments are kept warm, from an instant of each day on. */
export interface ScheduledFloor {
  /** `cron(…)` in the deployment’s time zone. */
  readonly at: string
  readonly min: number
  readonly max: number
}

export interface FunctionPlan {
  readonly service: Service
  /** In the busiest hour with the largest burst; in that hour without; by the steps alone. */
  readonly withBurst: Demand
  readonly busiest: Demand
  readonly usual: Demand
  readonly need: Need
  /** Kept warm; null is on demand alone. */
  readonly provisioned: {
    readonly min: number
    readonly max: number
    readonly utilisationPercent: number
    readonly schedule: readonly ScheduledFloor[]
    /** By hour of the day. */
    readonly floors: readonly number[]
  } | null
  /** Environments that a burst starts cold in its minute at the busiest hour, and of how many calls they are one each. */
  readonly coldStarts: number
  readonly coldShare: number
}

export interface FunctionProps {
  readonly model: TrafficModel
  readonly traffic: Traffic
  readonly hits: Hits
  readonly hasValkey: boolean
  readonly isProvisioned: boolean
}

/** Those that answer learners are kept warm; who teaches waits for a start. */
const WARM: readonly Service[] = ['catalog', 'learning']

export function planFunction(service: Service, props: FunctionProps): FunctionPlan {
  const { model, traffic, hits, hasValkey, isProvisioned } = props
  const { min: least, max: most, utilisationPercent } = targets.provisionedConcurrency
  const demand = (rates: Rates) => demandOf(rates, service, { hits, hasValkey })
  const needOf = (it: Demand) => environmentsFor({ ...it, utilisationPercent })
  const withBurst = demand(plus(traffic.busiest, traffic.burst))
  const busiest = demand(traffic.busiest)
  const usual = demand(traffic.usual)
  const need = needOf(withBurst)
  const step = Math.ceil(needOf(usual).environments / 10)
  // In steps, so that a day has few changes.
  const floors = model.day.map((share) => {
    const { environments } = needOf(demand(times(traffic.usual, share)))
    return Math.max(least, Math.ceil(environments / step) * step)
  })
  const max = Math.max(most, need.environments, ...floors)
  const isWarm = isProvisioned && WARM.includes(service)
  const floor = isWarm ? Math.max(...floors) : busiest.callsPerSecond / 10
  const coldStarts = Math.max(
    0,
    Math.ceil(need.environments - Math.max(floor, needOf(busiest).environments)),
  )
  return {
    service,
    withBurst,
    busiest,
    usual,
    need,
    provisioned: isWarm
      ? {
          min: Math.min(...floors),
          max,
          utilisationPercent,
          schedule: scheduleOf(floors, max),
          floors,
        }
      : null,
    coldStarts,
    coldShare: withBurst.callsPerSecond > 0 ? coldStarts / (withBurst.callsPerSecond * 60) : 0,
  }
}

const times = (rates: Rates, share: number) => byRoute((route) => rates[route] * share)

/** Environments take a minute or two; more are there twenty minutes before their hour, fewer at it. */
function scheduleOf(floors: readonly number[], max: number): ScheduledFloor[] {
  return floors.flatMap((min, hour) => {
    const before = floors.at(hour - 1) ?? min
    if (min === before) return []
    const at = min > before ? `cron(40 ${(hour + 23) % 24} * * ? *)` : `cron(0 ${hour} * * ? *)`
    return [{ at, min, max }]
  })
}
