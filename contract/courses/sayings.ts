import type { Sayings } from '#contract/words/said'

/** What is said of courses as their teachers make them. */
export const courseSayings = {
  slug_taken: { slug: 'text' },
  no_free_slug: {},
  ends_before_start: {},
  fewer_than_enrolled: { enrolled: 'number' },
  enrolment_closed: {},
  all_places_taken: {},
  admins_see_all: {},
  /** Why it is not copied. */
  media_not_ready: { names: 'texts' },
  source_still_copying: {},
  /** Why a copy is not published. */
  still_copying: {},
} as const satisfies Sayings
