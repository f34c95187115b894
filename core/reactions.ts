import { followPublications } from '#core/bursts/reactions'
import { countEnrolments, listLearners } from '#core/enrolments/reactions'
import { followAnnouncements } from '#core/notifications/reactions'
import type { Reaction } from '#core/platform/reactions'

type Deps = Parameters<typeof countEnrolments>[0] &
  Parameters<typeof listLearners>[0] &
  Parameters<typeof followPublications>[0] &
  Parameters<typeof followAnnouncements>[0]

/** What follows from changes of the table, a row each. What the stream lets through (`lib/data/stream-filters.ts`) is held to it by a test. */
export const reactionsOf = (deps: Deps): Reaction[] => [
  countEnrolments(deps),
  listLearners(deps),
  followPublications(deps),
  followAnnouncements(deps),
]
