import type { EnrolmentCode } from '#contract/enrolments/codes'
import { asCode } from '#contract/enrolments/limits'
import type { CourseId } from '#contract/platform/ids'
import type { Enrolment } from '#contract/progress/progress'
import { say } from '#contract/say'
import { requireRole } from '#core/access/site-role'
import type { PublishedCourse, PublishedCourses } from '#core/courses/ports'
import type { SyllabusReader } from '#core/courses/syllabus-ports'
import type { Actor } from '#core/platform/actor'
import type { Clock } from '#core/platform/clock'
import { DomainError, notFound, TooManyRequests } from '#core/platform/errors'
import { newId } from '#core/platform/ids'
import { personName } from '#core/platform/person-name'
import { completedOf } from '#core/progress/keep-count'
import type { LearnerReader } from '#core/progress/ports'
import type { EnrolmentRepository } from './ports.ts'
import type { CodeRepository } from './roster/ports.ts'

export interface EnrolDeps {
  readonly published: Pick<PublishedCourses, 'find'>
  readonly learner: Pick<LearnerReader, 'inCourse'>
  readonly enrolments: Pick<EnrolmentRepository, 'get' | 'create' | 'former'>
  readonly syllabus: Pick<SyllabusReader, 'get'>
  readonly clock: Clock
}

interface EnrolInput {
  readonly actor: Actor
  readonly courseId: CourseId
  /** As the actor's token says it. */
  readonly address: string
}

/** Enrols in a published course that is open. Enrolling twice answers the first enrolment. */
export const enrol = (deps: EnrolDeps, input: EnrolInput): Promise<Enrolment> => {
  requireRole(input.actor, 'learner')
  return enter(deps, input, async ({ enrolling }) => {
    if (enrolling === 'code') throw new DomainError('conflict', say('enrolment_by_code'))
  })
}

/**
 * The same by a code, also where the course is open to everybody. Every try is counted, so that nobody finds one by trying.
 * @throws DomainError `forbidden` for a code that enrols nobody
 * @throws TooManyRequests for who has tried too often in this hour
 */
export const enrolByCode = async (
  {
    codes,
    ...deps
  }: EnrolDeps & { readonly codes: Pick<CodeRepository, 'list' | 'mayTry' | 'count'> },
  { code, ...input }: EnrolInput & { readonly code: string },
): Promise<Enrolment> => {
  requireRole(input.actor, 'learner')
  let used: EnrolmentCode | undefined
  const entered = await enter(deps, input, async () => {
    const now = deps.clock.now()
    if (!(await codes.mayTry(input.actor.userId, now))) throw new TooManyRequests(secondsLeft(now))
    const wanted = asCode(code)
    used = (await codes.list(input.courseId)).find((one) => one.code === wanted && !one.stoppedAt)
    if (!used) throw new DomainError('forbidden', say('code_unknown'))
  })
  if (used) await codes.count(input.courseId, used.id)
  return entered
}

/** Of the hour in which tries are counted. */
const secondsLeft = (now: Date): number => 3600 - (Math.floor(now.getTime() / 1000) % 3600)

/** Whoever is enrolled is; all others are asked for what lets them in. */
const enter = async (
  deps: EnrolDeps,
  { actor, courseId, address }: EnrolInput,
  requireEntry: (course: PublishedCourse) => Promise<void>,
): Promise<Enrolment> => {
  // Someone who comes back finds what they had done.
  const [course, { enrolment, progress }, former] = await Promise.all([
    // What is remembered does not say who may come in now.
    deps.published.find(courseId, () => false),
    deps.learner.inCourse(actor.userId, courseId),
    deps.enrolments.former(actor.userId, courseId),
  ])
  if (enrolment) return toEnrolment(enrolment)
  if (!course || course.visibility === 'private') throw notFound('course')
  if (course.enrolling === 'closed') throw new DomainError('conflict', say('enrolment_closed'))
  await requireEntry(course)

  const now = deps.clock.now()
  const syllabus = await deps.syllabus.get(courseId, (known) => known.version === course.version)
  const enrolledAt = now.toISOString()
  const record = {
    id: newId('enr', now),
    courseId,
    userId: actor.userId,
    name: personName(actor.name),
    address,
    enrolledAt,
    ...(syllabus
      ? completedOf(syllabus, progress, enrolledAt)
      : { completedLessons: 0, countedVersion: null }),
    lastLessonId: null,
    lastActiveAt: null,
    // Of whoever left by themselves; whom teachers removed begins anew.
    ...(former?.undoUntil === null && { endsOn: former.endsOn, endsZone: former.endsZone }),
  }
  const bounded = course.capacity !== null
  const done = await deps.enrolments.create(record, bounded, former !== null)
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
