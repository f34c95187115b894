import type { Enrolment, LessonProgress } from '#contract/models/learning'
import type { Page, PageRequest } from './page.ts'

/** An enrolment with the learner's summary of the course. */
export interface EnrolmentRecord extends Enrolment {
  readonly completedLessons: number
  readonly lastLessonId: LessonProgress['lessonId'] | null
  readonly lastActiveAt: string | null
}

export interface LearningRepository {
  getEnrolment(userId: string, courseId: string): Promise<EnrolmentRecord | null>
  createEnrolment(enrolment: EnrolmentRecord): Promise<'created' | 'exists'>
  deleteEnrolment(userId: string, courseId: string): Promise<void>
  /** Last active first; before the first activity, the enrolment counts as one. */
  listEnrolments(userId: string, page: PageRequest): Promise<Page<EnrolmentRecord>>
  updateSummary(
    userId: string,
    courseId: string,
    summary: Pick<EnrolmentRecord, 'completedLessons' | 'lastLessonId' | 'lastActiveAt'>,
  ): Promise<void>

  listProgress(userId: string, courseId: string): Promise<LessonProgress[]>
  /** Only if the stored `updatedAt` is still `expected` (null: none). Answers whether it was written. */
  saveProgress(
    userId: string,
    courseId: string,
    progress: LessonProgress,
    expected: string | null,
  ): Promise<boolean>
}
