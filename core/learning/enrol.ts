import type { CourseId } from '#contract/ids'
import type { Enrolment } from '#contract/models/learning'
import type { Actor } from '../actor.ts'
import type { Clock } from '../clock.ts'
import { notFound } from '../errors.ts'
import { newId } from '../ids.ts'
import type { CourseRepository } from '../ports/courses.ts'
import type { EnrolmentRecord, LearningRepository } from '../ports/learning.ts'
import type { SyllabusReader } from '../ports/syllabus.ts'
import { countCompleted } from './keep-count.ts'

/** Enrols in a published course. Enrolling twice answers the first enrolment. */
export const enrol = async (
  deps: {
    courses: CourseRepository
    learning: LearningRepository
    syllabus: SyllabusReader
    clock: Clock
  },
  { actor, courseId }: { actor: Actor; courseId: CourseId },
): Promise<Enrolment> => {
  const existing = await deps.learning.getEnrolment(actor.userId, courseId)
  if (existing) return toEnrolment(existing)
  const version = (await deps.courses.get(courseId))?.publishedVersion
  if (!version) throw notFound('course')

  const now = deps.clock.now()
  // Someone who comes back finds what they had done.
  const [progress, syllabus] = await Promise.all([
    deps.learning.listProgress(actor.userId, courseId),
    deps.syllabus.get(courseId, (known) => known.version >= version),
  ])
  const record: EnrolmentRecord = {
    id: newId('enr', now),
    courseId,
    userId: actor.userId,
    enrolledAt: now.toISOString(),
    completedLessons: syllabus ? countCompleted(syllabus, progress) : 0,
    countedVersion: syllabus?.version ?? null,
    lastLessonId: null,
    lastActiveAt: null,
  }
  if ((await deps.learning.createEnrolment(record)) === 'created') return toEnrolment(record)
  const winner = await deps.learning.getEnrolment(actor.userId, courseId)
  return toEnrolment(winner ?? record)
}

const toEnrolment = ({ id, courseId, userId, enrolledAt }: EnrolmentRecord): Enrolment => ({
  id,
  courseId,
  userId,
  enrolledAt,
})
