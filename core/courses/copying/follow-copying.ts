import type { CourseCopying } from '#contract/courses/copying/copying'
import { findOwnCourse, type OfCourse } from '#core/access/own-course'
import type { TeachingReaders } from '#core/access/ports'
import type { Clock } from '#core/platform/clock'
import { notFound } from '#core/platform/errors'
import type { CopyEvents, Copying, Copyings } from './ports.ts'

interface FollowDeps extends TeachingReaders {
  readonly copyings: Copyings
  readonly copyEvents: CopyEvents
  readonly clock: Clock
}

export async function readCopying(
  deps: FollowDeps,
  input: OfCourse,
): Promise<{ copying: CourseCopying | null }> {
  await findOwnCourse(deps, input, 'read')
  const copying = await deps.copyings.get(input.courseId)
  return { copying: copying && toldOf(copying, deps.clock.now()) }
}

/** Has a worker copy what is not copied yet. Of what is whole, or is being worked on, nothing changes. */
export async function retryCopying(
  deps: FollowDeps,
  input: OfCourse & { readonly without: boolean },
): Promise<{ copying: CourseCopying }> {
  const course = await findOwnCourse(deps, input, 'edit')
  const copying = await deps.copyings.get(course.id)
  if (!copying) throw notFound('course')
  const now = deps.clock.now()
  if (toldOf(copying, now).state !== 'failed') return { copying: toldOf(copying, now) }
  const { without } = input
  const again: Copying = {
    ...{ ...copying, state: 'waiting', without, updatedAt: now.toISOString() },
    // What is copied already is found and left.
    ...(!without && { copied: 0, missing: [] }),
  }
  await deps.copyings.save(again)
  await deps.copyEvents.asked(course.id)
  return { copying: toldOf(again, now) }
}

/** A worker says after each video how far it is, and waits for another try for a quarter of an hour at most. */
const SILENT_MINUTES = 40

/** A worker that was broken off says nothing: after a while that is a failure, too. */
function toldOf(copying: Copying, now: Date): CourseCopying {
  const { of, state, copied, total, missing, startedAt, updatedAt } = copying
  const isSilent = now.getTime() - Date.parse(updatedAt) > SILENT_MINUTES * 60_000
  const told = {
    waiting: isSilent ? 'failed' : 'under_way',
    working: isSilent ? 'failed' : 'under_way',
    failed: 'failed',
    done: 'done',
  } as const
  return { of, state: told[state], copied, total, missing: [...missing], startedAt }
}
