import type { Sayings } from '#contract/words/said'

/** What is said of who learns in a course. */
export const enrolmentSayings = {
  code_unknown: {},
  codes_full: { most: 'number' },
  enrolment_by_code: {},
  access_suspended: {},
  access_ended: { day: 'text' },
} as const satisfies Sayings
