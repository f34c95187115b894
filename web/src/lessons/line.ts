import type { PublishedLine } from '#contract/courses/content'
import type { CourseSession } from '#contract/progress/progress'
import type { RuledLesson } from '#contract/rules/outline'

/** What lists need of a lesson, published or not. */
export type Line = Pick<PublishedLine, 'id' | 'title' | 'kind'> &
  RuledLesson & { readonly durationSeconds: number | null }

/** How far somebody is in a course. */
export type Learned = Pick<CourseSession, 'progress' | 'lastLessonId' | 'enrolledAt'>

/** As whom and when a draft is looked at. */
export interface AsLearner {
  /** What they have completed: all before the lesson at hand, or the whole course. @default nothing */
  readonly as?: 'before' | 'all'
  /** @default now */
  readonly at?: string
}
