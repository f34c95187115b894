import type { Translated } from '#contract/words/translated'

export const words = {
  offline: 'The course cannot be reached. Check your connection.',
  notLetIn: 'This browser was not let in to the course. Allow cookies for this site and try again.',
  notRead: (status: number) => `The course’s contents could not be read (${status}). Try again.`,
}
export type Words = Translated<typeof words>
