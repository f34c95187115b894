import type { Service } from '#contract/http/route'
import { routes } from '#contract/routes'
import { comingRatesOf, stayingRatesOf } from '#load/model/burst-rates'
import type { TrafficModel } from '#load/model/model'
import type { RouteId } from '#load/model/people/person'
import { byRoute, type Rates, ratesOf, routeIds } from '#load/model/rates'
import { serviceMs, workOf } from '#load/plan/figures/service-times'

/** What comes to one function. */
export interface Demand {
  readonly callsPerSecond: number
  /** On average over its routes. */
  readonly serviceMs: number
}

export interface Asked {
  readonly model: TrafficModel
  readonly users: number
  readonly heartbeatSeconds: number
}

/** The busiest hour as it is planned for; the same by the steps alone; what the largest burst adds. */
export interface Traffic {
  readonly busiest: Rates
  readonly usual: Rates
  readonly burst: Rates
}

export function trafficOf({ model, users, heartbeatSeconds }: Asked): Traffic {
  const bursts = Object.values(model.bursts).map((burst) => {
    const coming = comingRatesOf(burst, users)
    const staying = stayingRatesOf(burst, users, heartbeatSeconds)
    // In its last seconds most are there and the rest still comes.
    return byRoute((route) => coming[route] + staying[route])
  })
  return {
    busiest: ratesOf(model, { users, heartbeatSeconds }),
    usual: ratesOf(model, { users, heartbeatSeconds, hurry: 1 }),
    burst: byRoute((route) => Math.max(0, ...bursts.map((burst) => burst[route]))),
  }
}

export const sumOf = (rates: Rates): number =>
  routeIds.reduce((sum, route) => sum + rates[route], 0)

export const plus = (one: Rates, other: Rates): Rates =>
  byRoute((route) => one[route] + other[route])

/** How much of a route the gateway's cache answers; nothing where there is none. */
export type Hits = Readonly<Partial<Record<RouteId, number>>>

/** What of it comes to a function, past the gateway's cache. */
export function demandOf(
  rates: Rates,
  service: Service,
  { hits, hasValkey }: { readonly hits: Hits; readonly hasValkey: boolean },
): Demand {
  let calls = 0
  let busyMs = 0
  for (const route of routeIds) {
    if (routes[route].service !== service) continue
    const passing = rates[route] * (1 - (hits[route] ?? 0))
    calls += passing
    busyMs += passing * serviceMs(workOf(route), hasValkey)
  }
  return { callsPerSecond: calls, serviceMs: calls > 0 ? busyMs / calls : 0 }
}
