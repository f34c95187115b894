import type { ScheduledPublishing } from '#contract/courses/publishing/schedule'
import { say } from '#contract/say'
import { findOwnCourse } from '#core/access/own-course'
import type { TeachingReaders } from '#core/access/ports'
import type { Actor } from '#core/platform/actor'
import type { Clock } from '#core/platform/clock'
import { DomainError } from '#core/platform/errors'
import type { Scheduled, Schedules } from './ports.ts'

interface ScheduleDeps extends TeachingReaders {
  readonly schedules: Schedules
  readonly clock: Clock
}
interface OfActor {
  readonly actor: Actor
  readonly courseId: string
}

export const readSchedule = async (
  deps: ScheduleDeps,
  { actor, courseId }: OfActor,
): Promise<{ scheduled: ScheduledPublishing | null }> => {
  await findOwnCourse(deps, { actor, courseId }, 'read')
  const scheduled = await deps.schedules.get(courseId)
  return { scheduled: scheduled && toldOf(scheduled) }
}

/** Has the draft, as it is at that time, published by itself; in place of another time, if there is one. */
export const schedulePublishing = async (
  deps: ScheduleDeps,
  { actor, courseId, at }: OfActor & { readonly at: string },
): Promise<{ scheduled: ScheduledPublishing }> => {
  await findOwnCourse(deps, { actor, courseId }, 'publish')
  const time = new Date(at)
  if (time <= deps.clock.now()) throw new DomainError('invalid', say('time_is_past'))
  const scheduled: Scheduled = {
    ...{ courseId, at: time.toISOString(), failure: null },
    ...{ by: actor.name, userId: actor.userId },
  }
  await deps.schedules.put(scheduled)
  return { scheduled: toldOf(scheduled) }
}

export const cancelSchedule = async (
  deps: ScheduleDeps,
  { actor, courseId }: OfActor,
): Promise<void> => {
  await findOwnCourse(deps, { actor, courseId }, 'publish')
  await deps.schedules.remove(courseId)
}

const toldOf = ({ at, by, failure }: Scheduled): ScheduledPublishing => ({ at, by, failure })
