import { countEnrolments } from '#core/enrolments/reactions'
import type { Reaction } from '#core/platform/reactions'

/** What follows from changes of the table, a row each. What the stream lets through (`lib/data/stream-filters.ts`) is held to it by a test. */
export const reactionsOf = (deps: Parameters<typeof countEnrolments>[0]): Reaction[] => [
  countEnrolments(deps),
]
