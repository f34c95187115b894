import type { LessonProgress } from '#contract/progress/progress'

export interface ProgressRepository {
  list(userId: string, courseId: string): Promise<LessonProgress[]>
  /** With the number of times it was written. */
  get(
    userId: string,
    courseId: string,
    lessonId: string,
  ): Promise<{ progress: LessonProgress; revision: number } | null>
  /** Only if it stands at that revision still (null: there is none). Answers whether it was written. */
  save(
    userId: string,
    courseId: string,
    progress: LessonProgress,
    revision: number | null,
  ): Promise<boolean>
}
