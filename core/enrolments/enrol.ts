import type { CourseId } from '#contract/platform/ids'
import type { Enrolment } from '#contract/progress/progress'
import { say } from '#contract/say'
import { requireRole } from '#core/access/site-role'
import type { PublishedCourses } from '#core/courses/ports'
import type { SyllabusReader } from '#core/courses/syllabus-ports'
import type { Actor } from '#core/platform/actor'
import type { Clock } from '#core/platform/clock'
import { DomainError, notFound } from '#core/platform/errors'
import { newId } from '#core/platform/ids'
import { personName } from '#core/platform/person-name'
import { completedOf } from '#core/progress/keep-count'
import type { LearnerReader } from '#core/progress/ports'
import type { EnrolmentRepository } from './ports.ts'

export interface EnrolDeps {
  readonly published: Pick<PublishedCourses, 'find'>
  readonly learner: Pick<LearnerReader, 'inCourse'>
  readonly enrolments: Pick<EnrolmentRepository, 'get' | 'create'>
  readonly syllabus: Pick<SyllabusReader, 'get'>
  readonly clock: Clock
}

/** Enrols in a published course. Enrolling twice answers the first enrolment. */
export const enrol = async (
  deps: EnrolDeps,
  { actor, courseId }: { actor: Actor; courseId: CourseId },
): Promise<Enrolment> => {
  requireRole(actor, 'learner')
  // Someone who comes back finds what they had done.
  const [course, { enrolment, progress }] = await Promise.all([
    // What is remembered does not say who may come in now.
    deps.published.find(courseId, () => false),
    deps.learner.inCourse(actor.userId, courseId),
  ])
  if (enrolment) return toEnrolment(enrolment)
  if (!course || course.visibility === 'private') throw notFound('course')
  if (course.enrolling === 'closed') throw new DomainError('conflict', say('enrolment_closed'))

  const now = deps.clock.now()
  const syllabus = await deps.syllabus.get(courseId, (known) => known.version === course.version)
  const enrolledAt = now.toISOString()
  const record = {
    id: newId('enr', now),
    courseId,
    userId: actor.userId,
    name: personName(actor.name),
    enrolledAt,
    ...(syllabus
      ? completedOf(syllabus, progress, enrolledAt)
      : { completedLessons: 0, countedVersion: null }),
    lastLessonId: null,
    lastActiveAt: null,
  }
  const done = await deps.enrolments.create(record, course.capacity !== null)
  if (done === 'full') throw new DomainError('conflict', say('all_places_taken'))
  if (done === 'created') return toEnrolment(record)
  const winner = await deps.enrolments.get(actor.userId, courseId)
  return toEnrolment(winner ?? record)
}

const toEnrolment = ({ id, courseId, userId, enrolledAt }: Enrolment): Enrolment => ({
  id,
  courseId,
  userId,
  enrolledAt,
})
