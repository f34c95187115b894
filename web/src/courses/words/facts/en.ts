import { pluralIn } from '#contract/words/plural'
import type { Translated } from '#contract/words/translated'

const plural = pluralIn('en')

export const words = {
  level: 'Level',
  levels: { beginner: 'Beginner', intermediate: 'Intermediate', advanced: 'Advanced' },
  language: 'Language',
  topics: 'Topics',
  dates: 'Dates',
  from: (day: string) => `From ${day}`,
  until: (day: string) => `Until ${day}`,
  between: (first: string, last: string) => `${first} to ${last}`,
  inZone: (days: string, zone: string) => `${days} (${zone})`,
  places: 'Places',
  placesLeft: (count: number) => plural(count, { one: '# place left', other: '# places left' }),
  full: 'All places are taken',
  closed: 'Enrolment is closed',
}
export type Words = Translated<typeof words>
