import { pluralIn } from '#contract/words/plural'
import type { Translated } from '#contract/words/translated'

const plural = pluralIn('en')

export const words = {
  courses: 'Courses',
  /** Whose name is not known. */
  teacher: 'A teacher',
  lessons: (count: number) => plural(count, { one: '# lesson', other: '# lessons' }),
  learners: (count: number) => plural(count, { one: '# learner', other: '# learners' }),
  welcome: 'Welcome to Lectern',
  emptyForAuthor:
    'No course is published yet. Make the first one: a title, one lesson, and Publish.',
  empty: 'No course is published yet. Come back soon, or sign in as an author to make the first.',
  makeFirst: 'Make the first course',
  notHere: 'This course is not here',
  notHereText: 'It may not be published yet, or was removed.',
  contents: 'What is in it',
  preview: 'Free preview',
  signInToEnrol: 'Sign in to enrol',
  enrol: 'Enrol',
  start: 'Start learning',
  continue: 'Continue',
}
export type Words = Translated<typeof words>
