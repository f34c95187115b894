import { type Service, services } from '#contract/http/route'
import { routes } from '#contract/routes'
import type { RouteId } from '#load/model/people/person'
import { routeIds } from '#load/model/rates'
import { type Work, workOf } from '#load/plan/figures/service-times'

/** Whose items a route asks the table for: those of a person, of a course, or those that all share. */
export type Whose = 'person' | 'course' | 'site'

/** What the simulation has to know of a route; it is told by its number. */
export interface RouteFacts {
  readonly id: RouteId
  /** The number of its function. */
  readonly service: number
  readonly work: Work
  readonly whose: Whose
  /** For which the gateway keeps its answer; 0: not at all. */
  readonly gatewaySeconds: number
  /** What of a person is remembered of it, until they write. */
  readonly remembers: 'courses' | 'course' | undefined
}

const declared: Readonly<
  Record<RouteId, { readonly service: Service; readonly cache?: { readonly seconds: number } }>
> = routes

export const routeFacts: readonly RouteFacts[] = routeIds.map((id) => ({
  id,
  service: services.indexOf(declared[id].service),
  work: workOf(id),
  whose: whoseOf(id, declared[id].service),
  gatewaySeconds: declared[id].cache?.seconds ?? 0,
  remembers: id === 'listMyCourses' ? 'courses' : id === 'openCourse' ? 'course' : undefined,
}))

export const numberOf = (id: RouteId): number => routeIds.indexOf(id)

/** Who teaches works at a course of their own, whose keys are as many as theirs. */
function whoseOf(id: RouteId, service: Service): Whose {
  if (id === 'listCourses') return 'site'
  return service === 'catalog' ? 'course' : 'person'
}
