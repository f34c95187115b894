import type { Translated } from '#contract/words/translated'

/** What the page says before there is a client. */
export const words = {
  description: 'Courses to watch, read and finish.',
  needsScript: 'Lectern needs JavaScript. Switch it on in your browser and load the page again.',
}
export type Words = Translated<typeof words>
