import { pluralIn } from '#contract/words/plural'
import type { Translated } from '#contract/words/translated'

const plural = pluralIn('en')

export const words = {
  people: 'People',
  peopleOf: (course: string) => `People of ${course}`,
  lead: 'Who learns in this course, and how far they are.',
  team: 'Who teaches it',
  enrolled: (count: number) =>
    plural(count, { one: '# person learns here', other: '# people learn here' }),
  search: 'Find somebody',
  searchBy: 'A name or an e-mail address',
  searchByName: 'A name',
  order: 'Order',
  orders: { activity: 'Last active first', name: 'By name' },
  list: 'Learners',
  nameless: 'Somebody without a name',
  since: (date: string) => `enrolled ${date}`,
  lessonsDone: (done: number, all: number) => `${done} of ${all} lessons`,
  notBegun: 'not active yet',
  manage: (name: string) => `Manage access of ${name}`,
  change: 'Access…',
  states: { suspended: 'Suspended', ended: 'Access ended' },
  until: (date: string) => `until ${date}`,
  removed: (name: string) => `${name} was removed. What they did is kept.`,
  undo: 'Undo',
  broughtBack: (name: string) => `${name} is back.`,
  loading: 'Loading more people…',
  nobody: 'Nobody learns here yet',
  nobodyText: 'Whoever enrols stands here, with how far they are and when they were last active.',
  notPublished: 'People can enrol once the course is published.',
  toCourse: 'To the course',
  noneFound: (text: string) =>
    `Nobody is found by “${text}”. Try how a first name, a family name or the address begins.`,
  noneNamed: (text: string) =>
    `Nobody is found by “${text}”. Try how a first name or a family name begins.`,
}
export type Words = Translated<typeof words>
