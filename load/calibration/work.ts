import type { Route } from '#contract/http/route'
import { routes } from '#contract/routes'
import type { RouteId } from '#load/model/people/person'
import { workOf } from '#load/plan/figures/service-times'
import { type Amounts, byStage } from './stages.ts'

/**
 * What is left of a call's own time in a function where Valkey remembers the answer: what `GET /my/courses` and an
 * opened course take above an empty call, by what they take with the table (docs/performance.md, "The API through edge
 * and gateway").
 */
const LEFT_OF_REMEMBERED = 0.25

export const isRoute = (name: string): name is RouteId => name in routes

/** What a load's requests ask of the stages, with what gateway and Valkey remember of those before. */
export class Work {
  readonly #gatewayUntil = new Map<RouteId, number>()
  readonly #remembered: Readonly<Partial<Record<RouteId, Uint8Array>>>

  constructor(people: number) {
    this.#remembered = {
      listMyCourses: new Uint8Array(people),
      openCourse: new Uint8Array(people),
    }
  }

  /** @param name a route's id, or else a file's; a load has one course, so an answer is kept for all */
  of(name: string, person: number, now: number): Amounts {
    if (!isRoute(name)) return file
    const { cache }: Route = routes[name]
    if (cache && (this.#gatewayUntil.get(name) ?? 0) > now) return fromGateway
    if (cache) this.#gatewayUntil.set(name, now + cache.seconds)
    const { cpuMs, table, valkey, writeUnits } = workOf(name)
    const isRemembered = this.#isRemembered(name, person, writeUnits > 0)
    return {
      ...fromGateway,
      environments: isRemembered ? cpuMs * LEFT_OF_REMEMBERED : cpuMs,
      table: isRemembered ? 0 : table,
      valkey,
      events: writeUnits,
    }
  }

  #isRemembered(name: RouteId, person: number, writes: boolean): boolean {
    if (writes) for (const people of Object.values(this.#remembered)) people[person] = 0
    const people = this.#remembered[name]
    if (!people) return false
    const was = people[person] === 1
    people[person] = 1
    return was
  }
}

const file: Amounts = { ...byStage(() => 0), generator: 1, edge: 1, runtime: 1 }
const fromGateway: Amounts = { ...file, gateway: 1 }
