import { pluralIn } from '#contract/words/plural'
import type { Translated } from '#contract/words/translated'

const plural = pluralIn('en')

export const words = {
  notEnrolled: 'You are not enrolled in this course',
  notEnrolledText: 'Enrol on its page to start learning.',
  toCourse: 'Go to the course',
  outdated: 'This course opens again soon',
  noLessons: 'This course has no lessons',
  noLessonsText: 'Its teacher has not added any yet.',
  contents: 'Contents',
  courseContents: 'Course contents',
  progress: 'Progress in this course',
  lessonsDone: (done: number, of: number) =>
    plural(of, { one: `${done} of # lesson done`, other: `${done} of # lessons done` }),
  done: 'Done',
  notDone: 'Not done yet',
  watched: (percent: number) => `${percent} % watched`,
  nextLesson: 'Next lesson',
  isLast: 'This is the last lesson.',
}
export type Words = Translated<typeof words>
