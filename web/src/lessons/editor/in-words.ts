import { words } from '#contract/lessons/words/en'
import { speaker } from '#contract/words/said'

/** Says what stands between a draft and learners. */
export const inWords = speaker(words, ({ code }) => code)
