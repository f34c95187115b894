import { type Service, services } from '#contract/http/route'
import { routes } from '#contract/routes'
import type { RouteId } from '#load/model/people/person'
import { routeIds } from '#load/model/rates'
import { type Work, workOf } from '#load/plan/figures/service-times'
import type { IndexName } from '#load/simulation/aws/table'

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
  /** What its write writes in an index, with the most units there that a key of many has. */
  readonly indexed: { readonly index: IndexName; readonly units: number } | undefined
}

const declared: Readonly<
  Record<RouteId, { readonly service: Service; readonly cache?: { readonly seconds: number } }>
> = routes

/**
 * By docs/access-patterns.md: all who enrol write one key of the index by course; of two heartbeats one writes two units
 * to the learner's key of the index by person. What else is in an index is written seldom.
 */
const INDEXED: Readonly<Partial<Record<RouteId, RouteFacts['indexed']>>> = {
  enrol: { index: 'byCourse', units: 1 },
  recordProgress: { index: 'byPerson', units: 1 },
}

export const routeFacts: readonly RouteFacts[] = routeIds.map((id) => ({
  id,
  service: services.indexOf(declared[id].service),
  work: workOf(id),
  whose: whoseOf(id, declared[id].service),
  gatewaySeconds: declared[id].cache?.seconds ?? 0,
  remembers: id === 'listMyCourses' ? 'courses' : id === 'openCourse' ? 'course' : undefined,
  indexed: INDEXED[id],
}))

export const numberOf = (id: RouteId): number => routeIds.indexOf(id)

/** Who teaches works at a course of their own, whose keys are as many as theirs. */
function whoseOf(id: RouteId, service: Service): Whose {
  if (id === 'listCourses') return 'site'
  return service === 'catalog' ? 'course' : 'person'
}
