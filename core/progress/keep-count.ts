import type { LessonProgress } from '#contract/progress/progress'
import type { Syllabus, SyllabusReader } from '#core/courses/syllabus-ports'
import type { EnrolmentRecord, EnrolmentRepository } from '#core/enrolments/ports'

/**
 * How many of the published lessons are complete, and when the last was, where all are; not before the enrolment. What
 * is no longer published does not count.
 */
export const completedOf = (
  { lessons, version }: Pick<Syllabus, 'lessons' | 'version'>,
  progress: readonly LessonProgress[],
  enrolledAt: string,
) => {
  const done = progress.filter(({ lessonId, completed }) => completed && lessons.has(lessonId))
  const isWhole = done.length === lessons.size && lessons.size > 0
  const moments = [enrolledAt, ...done.map(({ updatedAt }) => updatedAt)]
  return {
    completedLessons: done.length,
    countedVersion: version,
    completedAt: isWhole ? moments.toSorted().at(-1) : undefined,
  }
}

/** The lessons that a learner completed, published or not. */
export const completedIn = (progress: readonly LessonProgress[]): ReadonlySet<string> =>
  new Set(progress.flatMap(({ lessonId, completed }) => (completed ? lessonId : [])))

/**
 * Brings an enrolment's count up to date, where it is not: after a completion, after another version of
 * the course, and after a heartbeat that was cut off between its two writes.
 */
export const keepCount = async (
  deps: {
    readonly enrolments: Pick<EnrolmentRepository, 'setCompletedLessons'>
    readonly syllabus: SyllabusReader
  },
  enrolment: EnrolmentRecord,
  progress: readonly LessonProgress[],
  version?: number,
): Promise<void> => {
  const { userId, courseId } = enrolment
  const syllabus = await deps.syllabus.get(
    courseId,
    (known) => version === undefined || known.version === version,
  )
  if (!syllabus) return
  const count = completedOf(syllabus, progress, enrolment.enrolledAt)
  if (
    count.completedLessons !== enrolment.completedLessons ||
    count.countedVersion !== enrolment.countedVersion
  )
    await deps.enrolments.setCompletedLessons(userId, courseId, count)
}
