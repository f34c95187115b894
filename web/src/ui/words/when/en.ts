import type { Translated } from '#contract/words/translated'

export const words = { justNow: 'just now' }
export type Words = Translated<typeof words>
