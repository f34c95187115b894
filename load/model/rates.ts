import type { Service } from '#contract/http/route'
import { routes } from '#contract/routes'
import type { RouteId } from '#load/model/people/person'
import type { TrafficModel } from './model.ts'
import { entriesOf, sessionOf, total } from './session.ts'

/** Requests a second, by route. */
export type Rates = Readonly<Record<RouteId, number>>

export interface Asking {
  /** Who are there at once. */
  readonly users: number
  /** `progress.heartbeatSeconds` of the settings. */
  readonly heartbeatSeconds: number
  /** How many times as often as in the steps people ask; a video plays no faster for it. @default `hurryOf(model)` */
  readonly hurry?: number
}

/** What so many people ask of the API a second, heartbeats among it. */
export function ratesOf(
  model: TrafficModel,
  { users, heartbeatSeconds, hurry = hurryOf(model) }: Asking,
): Rates {
  const rates = byRoute(() => 0)
  for (const kind of Object.values(model.people)) {
    const session = sessionOf(kind)
    const present = users * kind.share
    for (const [route, calls] of entriesOf(session.calls))
      rates[route] += (hurry * present * calls) / session.seconds
    rates.recordProgress += (present * session.playing) / session.seconds / heartbeatSeconds
  }
  return rates
}

/** So many times as often as by the steps people ask, for the number that is planned for. At least 1. */
export const hurryOf = (model: TrafficModel): number =>
  Math.max(1, model.plannedPerMinute / callsPerMinute(model))

/** What each who is there calls in a minute by the steps alone, besides heartbeats. */
export const callsPerMinute = ({ people }: Pick<TrafficModel, 'people'>): number =>
  total(Object.values(people), (kind) => {
    const { seconds, calls } = sessionOf(kind)
    return (60 * kind.share * total(Object.values(calls), (count) => count)) / seconds
  })

/** The same by the function that serves. */
export function byService(rates: Rates): Record<Service, number> {
  const sums: Record<Service, number> = {
    ...{ catalog: 0, learning: 0 },
    ...{ teaching: 0, community: 0, administration: 0 },
  }
  for (const route of routeIds) sums[routes[route].service] += rates[route]
  return sums
}

export const routeIds = Object.keys(routes) as RouteId[]

export const byRoute = (rate: (route: RouteId) => number): Record<RouteId, number> =>
  Object.fromEntries(routeIds.map((route) => [route, rate(route)])) as Record<RouteId, number>
