import { sayingsOfKinds } from '#contract/lessons/rules/index'
import { ruleProblemSayings } from '#contract/rules/problems'
import type { Sayings } from '#contract/words/said'

/** What is said of a course's draft. */
export const lessonSayings = {
  /** Why it cannot be published. */
  not_publishable: { problems: 'problems' },
  no_lessons: {},
  too_many_lessons: {
    lessons: 'number',
    modules: 'number',
    mostLessons: 'number',
    mostModules: 'number',
  },
  ...sayingsOfKinds,
  ...ruleProblemSayings,
  published_meanwhile: {},
  time_is_past: {},
  /** Why an earlier version cannot be gone back to. */
  not_returnable: { problems: 'problems' },

  /** Why it cannot be opened. */
  published_by_earlier: {},
  lesson_not_open: {},

  /** Why it cannot be changed so. */
  course_full: { mostLessons: 'number', mostModules: 'number' },
  fields_of_other_kinds: { names: 'texts' },
  behind_itself: { what: ['module', 'lesson'] },
  place_gone: { what: ['module', 'lesson'] },
  outline_contended: {},
} as const satisfies Sayings
