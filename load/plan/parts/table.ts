import { type Rates, routeIds } from '#load/model/rates'
import { workOf } from '#load/plan/figures/service-times'
import type { Hits } from './demand.ts'

export interface TablePlan {
  readonly readsPerSecond: number
  readonly writesPerSecond: number
  /** Read and write units that the table has to be warmed for; null is what every table begins with. */
  readonly warm: { readonly reads: number; readonly writes: number } | null
}

/**
 * What a new on-demand table takes at once; it doubles its last peak within half an hour:
 * https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/on-demand-capacity-mode.html
 */
export const BEGINS_WITH = { reads: 12_000, writes: 4_000 } as const

/** What a partition takes: https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/bp-partition-key-design.html */
const WRITES_OF_A_PARTITION = 1_000

/** Of the table’s stream: one a partition, and a new table has as many as its writes need. Splitting is not counted. */
export const shardsOf = (writesPerSecond: number): number =>
  Math.ceil(Math.max(BEGINS_WITH.writes, writesPerSecond) / WRITES_OF_A_PARTITION)

/**
 * Of what is remembered of a person and of courses, so much was answered by memory and Valkey in a day of few people
 * (docs/performance.md, "What is remembered of a day"); a busy site's are higher.
 */
const REMEMBERED = {
  listMyCourses: 0.38,
  openCourse: 0.18,
  openLesson: 0.18,
  listCourses: 0.63,
  getCourse: 0.49,
} as const

export function unitsOf(
  rates: Rates,
  { hits, hasValkey }: { hits: Hits; hasValkey: boolean },
): { reads: number; writes: number } {
  const remembered: Hits = hasValkey ? REMEMBERED : {}
  let reads = 0
  let writes = 0
  for (const route of routeIds) {
    const work = workOf(route)
    reads +=
      rates[route] * (1 - (hits[route] ?? 0)) * (1 - (remembered[route] ?? 0)) * work.readUnits
    writes += rates[route] * work.writeUnits
  }
  return { reads, writes }
}

export function planTable(rates: Rates, caches: { hits: Hits; hasValkey: boolean }): TablePlan {
  const { reads, writes } = unitsOf(rates, caches)
  const suffices = reads <= BEGINS_WITH.reads && writes <= BEGINS_WITH.writes
  const warm = suffices
    ? null
    : {
        reads: Math.max(BEGINS_WITH.reads, Math.ceil(reads / 1_000) * 1_000),
        writes: Math.max(BEGINS_WITH.writes, Math.ceil(writes / 1_000) * 1_000),
      }
  return { readsPerSecond: reads, writesPerSecond: writes, warm }
}
