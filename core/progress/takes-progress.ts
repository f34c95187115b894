import type { LessonProgress } from '#contract/progress/progress'
import { asksForProgress, waitsOf } from '#contract/rules/release'
import type { SyllabusReader } from '#core/courses/syllabus-ports'
import type { EnrolmentRecord } from '#core/enrolments/ports'
import type { Clock } from '#core/platform/clock'
import { completedIn } from './keep-count.ts'
import type { ProgressRepository } from './ports.ts'

interface Deps {
  readonly progress: Pick<ProgressRepository, 'list'>
  readonly syllabus: Pick<SyllabusReader, 'get'>
  readonly clock: Clock
}

/**
 * Whether a lesson is open to a learner by now, so that what they did in it counts: otherwise one locked lesson could be
 * completed to open others. What they completed elsewhere is asked when they begin it and when they complete it, not at every
 * heartbeat between.
 */
export async function takesProgress(
  { progress, syllabus, clock }: Deps,
  { userId, courseId, enrolledAt }: EnrolmentRecord,
  before: LessonProgress | null,
  after: LessonProgress,
): Promise<boolean> {
  const { lessonId } = after
  const published = await syllabus.get(courseId)
  if (!published) return false
  const { audiences, release } = published
  const isTurning = before === null || after.completed !== before.completed
  const readsAll = isTurning && asksForProgress(release, lessonId)
  const known = before ? [before] : []
  const completed = completedIn(readsAll ? await progress.list(userId, courseId) : known)
  const lesson = { id: lessonId, audience: audiences.get(lessonId) }
  const waits = waitsOf(release, lesson, { enrolledAt, completed }, clock.now())
  return isTurning ? waits.length === 0 : waits.every(({ code }) => code !== 'opens')
}
