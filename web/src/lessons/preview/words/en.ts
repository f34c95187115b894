import type { Translated } from '#contract/words/translated'

export const words = {
  preview: 'Free preview',
  notHere: 'There is no such preview',
  notHereText: 'The lesson may be for the course’s members alone by now.',
  toCourse: 'Go to the course',
}
export type Words = Translated<typeof words>
