import { accessAt } from '#contract/enrolments/access'
import type { Learner } from '#contract/enrolments/roster'
import { say } from '#contract/say'
import { findStanding, type OfCourse } from '#core/access/own-course'
import type { TeachingReaders } from '#core/access/ports'
import type { PublishedCourses } from '#core/courses/ports'
import type { SyllabusReader } from '#core/courses/syllabus-ports'
import { formerOf } from '#core/enrolments/former-of'
import type { EnrolmentRecord, EnrolmentRepository } from '#core/enrolments/ports'
import type { Clock } from '#core/platform/clock'
import { DomainError, notFound } from '#core/platform/errors'
import { completedOf } from '#core/progress/keep-count'
import type { ProgressRepository } from '#core/progress/ports'
import { toLearner } from './list-learners.ts'
import type { PeopleLog } from './ports.ts'

/** As long as a removal can be undone. */
const UNDO_DAYS = 30

export interface ChangeLearnerDeps extends TeachingReaders {
  readonly published: Pick<PublishedCourses, 'find'>
  readonly enrolments: Pick<EnrolmentRepository, 'get' | 'create' | 'delete' | 'former' | 'bind'>
  readonly progress: Pick<ProgressRepository, 'list'>
  readonly syllabus: Pick<SyllabusReader, 'get'>
  readonly log: PeopleLog
  readonly clock: Clock
}

type OfLearner = OfCourse & { readonly learnerId: string }

/**
 * Lets somebody in no more, or again, and sets the last day on which they may learn; what is not named stays. It holds
 * from the next call of the API; what a browser was let into lasts as ADR 11 says.
 */
export async function changeAccess(
  deps: ChangeLearnerDeps,
  {
    actor,
    courseId,
    learnerId,
    suspended,
    endsOn,
  }: OfLearner & {
    readonly suspended?: boolean | undefined
    readonly endsOn?: string | null | undefined
  },
): Promise<Learner> {
  const { course } = await findStanding(deps, { actor, courseId }, 'people')
  const before = await findLearner(deps, course.id, learnerId)
  const suspendedAt = before.suspendedAt || deps.clock.now().toISOString()
  const after: EnrolmentRecord = {
    ...before,
    ...(suspended !== undefined && { suspendedAt: suspended ? suspendedAt : '' }),
    ...(endsOn !== undefined && { endsOn: endsOn ?? '', endsZone: endsOn ? course.timeZone : '' }),
  }
  if (!(await deps.enrolments.bind(learnerId, course.id, after))) throw notFound('learner')
  deps.log.info('people.access_changed', {
    ...{ courseId: course.id, userId: learnerId, by: actor.userId },
    ...{ access: accessAt(after, deps.clock.now()), endsOn: after.endsOn ?? '' },
  })
  return shown(deps, after)
}

/** Takes somebody out of a course. What they did is kept; for some weeks it can be undone, and they may enrol again. */
export async function removeLearner(
  deps: ChangeLearnerDeps,
  { actor, courseId, learnerId }: OfLearner,
): Promise<void> {
  const { course } = await findStanding(deps, { actor, courseId }, 'people')
  const found = await findLearner(deps, course.id, learnerId)
  const until = new Date(deps.clock.now().getTime() + UNDO_DAYS * 86_400_000).toISOString()
  await deps.enrolments.delete(learnerId, course.id, formerOf(found, until))
  deps.log.info('people.removed', { courseId: course.id, userId: learnerId, by: actor.userId })
}

/** Undoes a removal: as they were, with what they did, if there is a place. Who is enrolled already stays as they are. */
export async function returnLearner(
  deps: ChangeLearnerDeps,
  { actor, courseId, learnerId }: OfLearner,
): Promise<Learner> {
  const { course } = await findStanding(deps, { actor, courseId }, 'people')
  const there = await deps.enrolments.get(learnerId, course.id)
  if (there) return shown(deps, there)
  const former = await deps.enrolments.former(learnerId, course.id)
  if (!former?.undoUntil) throw notFound('learner')
  const { undoUntil: _, ...kept } = former
  const [syllabus, progress] = await Promise.all([
    deps.syllabus.get(course.id),
    deps.progress.list(learnerId, course.id),
  ])
  const record = {
    ...kept,
    ...(syllabus
      ? completedOf(syllabus, progress, kept.enrolledAt)
      : { completedLessons: 0, countedVersion: null }),
    ...lastOf(progress),
  }
  const done = await deps.enrolments.create(record, course.capacity !== null, true)
  if (done === 'full') throw new DomainError('conflict', say('all_places_taken'))
  deps.log.info('people.returned', { courseId: course.id, userId: learnerId, by: actor.userId })
  return shown(deps, record)
}

function lastOf(progress: Awaited<ReturnType<ProgressRepository['list']>>) {
  const [last] = progress.toSorted((one, other) => (one.updatedAt < other.updatedAt ? 1 : -1))
  return { lastLessonId: last?.lessonId ?? null, lastActiveAt: last?.updatedAt ?? null }
}

async function findLearner(
  { enrolments }: Pick<ChangeLearnerDeps, 'enrolments'>,
  courseId: string,
  learnerId: string,
): Promise<EnrolmentRecord> {
  const found = await enrolments.get(learnerId, courseId)
  if (!found) throw notFound('learner')
  return found
}

/** To those who may do any of this, whole. */
async function shown(
  { published, clock }: Pick<ChangeLearnerDeps, 'published' | 'clock'>,
  record: EnrolmentRecord,
): Promise<Learner> {
  const course = await published.find(record.courseId)
  return toLearner(record, course?.card.lessonCount ?? 0, true, clock.now())
}
