import { isDeepStrictEqual } from 'node:util'
import type { CourseId, LessonId } from '#contract/platform/ids'
import type { Heartbeat, LessonProgress } from '#contract/progress/progress'
import { say } from '#contract/say'
import { findMembership } from '#core/access/member'
import type { SyllabusReader } from '#core/courses/syllabus-ports'
import type { EnrolmentRecord, EnrolmentRepository } from '#core/enrolments/ports'
import type { Actor } from '#core/platform/actor'
import type { Clock } from '#core/platform/clock'
import { DomainError, notFound } from '#core/platform/errors'
import { beatOf } from './beat.ts'
import { findLesson } from './find-lesson.ts'
import { keepCount } from './keep-count.ts'
import { mergeProgress, momentOf } from './merge-progress.ts'
import type { LearnerReader, ProgressRepository } from './ports.ts'
import { takesProgress } from './takes-progress.ts'

const TRIES = 5
/** A beat that comes again is timed anew by its way to us. */
const SAME_MS = 2000
/** "Last active" is kept to the minute: it costs a write to the table and two to its index. */
const TOUCH_EVERY_MS = 60_000

interface Deps {
  readonly learner: Pick<LearnerReader, 'atLesson'>
  readonly enrolments: Pick<EnrolmentRepository, 'touch' | 'setCompletedLessons'>
  readonly progress: ProgressRepository
  readonly syllabus: SyllabusReader
  readonly clock: Clock
}

interface Input {
  readonly actor: Actor
  readonly courseId: CourseId
  readonly lessonId: LessonId
  readonly heartbeat: Heartbeat
}

/**
 * Takes a heartbeat for a published lesson, open to the actor by now, of a course that they are enrolled in. Twice, late, out of
 * order, from several devices at once: it comes to the same. Costs one read and one write, however many
 * lessons the course has; once a minute another write, and completing a lesson costs a count of all.
 */
export const recordProgress = async (deps: Deps, input: Input): Promise<LessonProgress> => {
  const [{ enrolment, stored: found }, lesson] = await Promise.all([
    findMembership(
      (userId, courseId) => deps.learner.atLesson(userId, courseId, input.lessonId),
      input,
      deps.clock.now(),
    ),
    findLesson(deps.syllabus, input.courseId, input.lessonId),
  ])
  if (!lesson) throw notFound('lesson')
  const { actor, courseId, lessonId, heartbeat } = input

  let stored = found
  for (let tries = 0; tries < TRIES; tries++) {
    if (tries > 0) stored = await deps.progress.get(actor.userId, courseId, lessonId)
    const before = stored?.progress ?? null
    const now = deps.clock.now()
    const merged = mergeProgress(before, lesson, heartbeat, now)
    if (!(await takesProgress(deps, enrolment, before, merged))) throw notFound('lesson')
    if (before && saysNothingNew(before, merged)) return before
    const revision = stored?.revision ?? null
    const beat = beatOf(before, merged, lesson, heartbeat, momentOf(heartbeat, now))
    const told = { ...merged, beat }
    if (!(await deps.progress.save(actor.userId, courseId, told, revision))) continue
    await keepSummary(deps, enrolment, before, merged)
    return merged
  }
  throw new DomainError('conflict', say('progress_contended'))
}

const saysNothingNew = (before: LessonProgress, merged: LessonProgress) =>
  isDeepStrictEqual({ ...merged, updatedAt: before.updatedAt }, before) &&
  Date.parse(merged.updatedAt) - Date.parse(before.updatedAt) < SAME_MS

const keepSummary = async (
  deps: Deps,
  enrolment: EnrolmentRecord,
  before: LessonProgress | null,
  { lessonId, completed, updatedAt }: LessonProgress,
) => {
  const { userId, courseId, lastLessonId, lastActiveAt } = enrolment
  const isDue =
    lastActiveAt === null ||
    (updatedAt > lastActiveAt && lastLessonId !== lessonId) ||
    Date.parse(updatedAt) - Date.parse(lastActiveAt) >= TOUCH_EVERY_MS
  if (isDue) await deps.enrolments.touch(userId, courseId, { lessonId, at: updatedAt })
  if (completed && !before?.completed)
    await keepCount(deps, enrolment, await deps.progress.list(userId, courseId))
}
