import type { Sayings } from '#contract/words/said'

/** What is said of a learner's progress. */
export const progressSayings = { progress_contended: {} } as const satisfies Sayings
