import { pluralIn } from '#contract/words/plural'
import type { Translated } from '#contract/words/translated'

const plural = pluralIn('en')

export const words = {
  announcements: 'Announcements',
  withNew: (count: number) =>
    plural(count, { one: 'Announcements (# new)', other: 'Announcements (# new)' }),
}
export type Words = Translated<typeof words>
