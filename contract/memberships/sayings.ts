import { assistantRights } from '#contract/people/course-rights'
import type { Sayings } from '#contract/words/said'

/** What is said of who teaches a course. */
export const membershipSayings = {
  right_missing: { right: assistantRights },
  team_only_teachers: {},
  only_owner: {},
  team_full: { most: 'number' },
  account_gone: {},
  handed_over_meanwhile: {},
} as const satisfies Sayings
