import type { Enrolment, LessonProgress } from '#contract/progress/progress'
import type { Page, PageRequest } from '#core/platform/page'

/** An enrolment with the learner's summary of the course. */
export interface EnrolmentRecord extends Enrolment {
  readonly completedLessons: number
  /** The published version whose lessons were counted; null where that was not kept. */
  readonly countedVersion: number | null
  readonly lastLessonId: LessonProgress['lessonId'] | null
  readonly lastActiveAt: string | null
}

export interface LearningRepository {
  getEnrolment(userId: string, courseId: string): Promise<EnrolmentRecord | null>
  createEnrolment(enrolment: EnrolmentRecord): Promise<'created' | 'exists'>
  deleteEnrolment(userId: string, courseId: string): Promise<void>
  /** Last active first; before the first activity, the enrolment counts as one. */
  listEnrolments(userId: string, page: PageRequest): Promise<Page<EnrolmentRecord>>
  /** Where the learner was last; an earlier `at` than the one that stands changes nothing. */
  touchEnrolment(
    userId: string,
    courseId: string,
    last: { readonly lessonId: LessonProgress['lessonId']; readonly at: string },
  ): Promise<void>
  /** How many lessons of that version are complete; of one version, the higher count stands. */
  setCompletedLessons(
    userId: string,
    courseId: string,
    count: Pick<EnrolmentRecord, 'completedLessons'> & { readonly countedVersion: number },
  ): Promise<void>

  listProgress(userId: string, courseId: string): Promise<LessonProgress[]>
  /** With the number of times it was written. */
  getProgress(
    userId: string,
    courseId: string,
    lessonId: string,
  ): Promise<{ progress: LessonProgress; revision: number } | null>
  /** Only if it stands at that revision still (null: there is none). Answers whether it was written. */
  saveProgress(
    userId: string,
    courseId: string,
    progress: LessonProgress,
    revision: number | null,
  ): Promise<boolean>
}
