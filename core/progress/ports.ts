import type { LessonProgress } from '#contract/progress/progress'
import type { EnrolmentRecord } from '#core/enrolments/ports'
import type { Beat } from './beat.ts'

/** A lesson's progress, with what tells how it stood: a save names it. */
export interface StoredProgress {
  readonly progress: LessonProgress
  readonly revision: number
}

/** A learner in a course, whole: what is read together lies together. */
export interface LearnerReader {
  /** The enrolment and all progress, by one query. */
  inCourse(
    userId: string,
    courseId: string,
  ): Promise<{ enrolment: EnrolmentRecord | null; progress: LessonProgress[] }>
  /** The enrolment and the progress in one lesson, by one request. */
  atLesson(
    userId: string,
    courseId: string,
    lessonId: string,
  ): Promise<{ enrolment: EnrolmentRecord | null; stored: StoredProgress | null }>
}

export interface ProgressRepository {
  list(userId: string, courseId: string): Promise<LessonProgress[]>
  get(userId: string, courseId: string, lessonId: string): Promise<StoredProgress | null>
  /** Only if it stands at that revision still (null: there is none). Answers whether it was written. */
  save(
    userId: string,
    courseId: string,
    progress: LessonProgress & { readonly beat?: Beat },
    revision: number | null,
  ): Promise<boolean>
}
