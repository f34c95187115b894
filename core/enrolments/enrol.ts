import type { CourseId } from '#contract/platform/ids'
import type { Enrolment } from '#contract/progress/progress'
import { requireRole } from '#core/access/site-role'
import type { CourseRepository } from '#core/courses/ports'
import type { SyllabusReader } from '#core/courses/syllabus-ports'
import type { Actor } from '#core/platform/actor'
import type { Clock } from '#core/platform/clock'
import { notFound } from '#core/platform/errors'
import { newId } from '#core/platform/ids'
import { countCompleted } from '#core/progress/keep-count'
import type { ProgressRepository } from '#core/progress/ports'
import type { EnrolmentRecord, EnrolmentRepository } from './ports.ts'

/** Enrols in a published course. Enrolling twice answers the first enrolment. */
export const enrol = async (
  deps: {
    courses: CourseRepository
    enrolments: EnrolmentRepository
    progress: ProgressRepository
    syllabus: SyllabusReader
    clock: Clock
  },
  { actor, courseId }: { actor: Actor; courseId: CourseId },
): Promise<Enrolment> => {
  requireRole(actor, 'learner')
  const existing = await deps.enrolments.get(actor.userId, courseId)
  if (existing) return toEnrolment(existing)
  const version = (await deps.courses.get(courseId))?.publishedVersion
  if (!version) throw notFound('course')

  const now = deps.clock.now()
  // Someone who comes back finds what they had done.
  const [progress, syllabus] = await Promise.all([
    deps.progress.list(actor.userId, courseId),
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
  if ((await deps.enrolments.create(record)) === 'created') return toEnrolment(record)
  const winner = await deps.enrolments.get(actor.userId, courseId)
  return toEnrolment(winner ?? record)
}

const toEnrolment = ({ id, courseId, userId, enrolledAt }: EnrolmentRecord): Enrolment => ({
  id,
  courseId,
  userId,
  enrolledAt,
})
