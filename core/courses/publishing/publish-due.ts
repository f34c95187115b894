import { DomainError } from '#core/platform/errors'
import type { Scheduled, Schedules } from './ports.ts'
import { type PublishDeps, publishDraft } from './publish-course.ts'

interface DueDeps extends PublishDeps {
  readonly schedules: Schedules
}

/** What its teachers are to do something about. */
const REFUSALS: readonly string[] = ['not_publishable', 'still_copying']

/** At most in one run; the others are due a minute later, too. */
const MOST = 50

/**
 * Publishes what is due. What stands between a draft and learners is kept for its teachers to read; whatever else goes
 * wrong is tried again at the next run, and told.
 */
export async function publishDue(
  deps: DueDeps,
  hasTime: () => boolean,
): Promise<{ published: number; refused: number; errors: unknown[] }> {
  const due = await deps.schedules.listDue(deps.clock.now(), MOST)
  const outcomes: ('published' | 'refused' | 'gone')[] = []
  const errors: unknown[] = []
  for (const one of due) {
    if (!hasTime()) break
    try {
      outcomes.push(await publishOne(deps, one))
    } catch (error) {
      errors.push(error)
    }
  }
  const count = (what: string) => outcomes.filter((outcome) => outcome === what).length
  return { published: count('published'), refused: count('refused'), errors }
}

async function publishOne(deps: DueDeps, scheduled: Scheduled) {
  const { courseId, at, userId, by: name } = scheduled
  const course = await deps.courses.get(courseId)
  const last = course && (await deps.publications.last(courseId))
  // A run that ended between its two writes has published it.
  if (!course || (last?.how === 'scheduled' && last.at >= at)) {
    await deps.schedules.remove(courseId, at)
    return 'gone'
  }
  try {
    await publishDraft(deps, { course, by: { userId, name }, how: 'scheduled' })
  } catch (error) {
    if (!(error instanceof DomainError) || !REFUSALS.includes(error.reason.code)) throw error
    await deps.schedules.fail(scheduled, error.reason)
    return 'refused'
  }
  await deps.schedules.remove(courseId, at)
  return 'published'
}
