import { pluralIn } from '#contract/words/plural'
import type { Translated } from '#contract/words/translated'

const plural = pluralIn('en')

export const words = {
  myCourses: 'My courses',
  none: 'No courses yet',
  noneText: 'Courses that you enrol in appear here, with your place in them.',
  find: 'Find a course',
  progressIn: (course: string) => `Progress in ${course}`,
  lessonsDone: (done: number, of: number) =>
    plural(of, { one: `${done} of # lesson done`, other: `${done} of # lessons done` }),
  continue: 'Continue',
  start: 'Start learning',
}
export type Words = Translated<typeof words>
