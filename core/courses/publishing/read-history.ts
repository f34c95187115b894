import type { Changes, VersionChange } from '#contract/courses/publishing/changes'
import { HistoryEntry, TOLD_AT_ONCE } from '#contract/courses/publishing/history'
import { findOwnCourse } from '#core/access/own-course'
import type { TeachingReaders } from '#core/access/ports'
import { recordCompared } from '#core/courses/versions/comparable'
import { compareVersions } from '#core/courses/versions/compare-versions'
import type { Actor } from '#core/platform/actor'
import type { Clock } from '#core/platform/clock'
import type { Page, PageRequest } from '#core/platform/page'
import { findVersion, type VersionDeps } from './read-version.ts'

interface OfActor {
  readonly actor: Actor
  readonly courseId: string
}

interface HistoryDeps extends VersionDeps, TeachingReaders {
  readonly clock: Clock
}

/** What learners saw of a course, newest first. */
export const listVersions = async (
  deps: Pick<HistoryDeps, 'courses' | 'memberships' | 'publications'>,
  { actor, courseId, ...page }: OfActor & PageRequest,
): Promise<Page<HistoryEntry>> => {
  await findOwnCourse(deps, { actor, courseId }, 'read')
  const { items, nextCursor } = await deps.publications.list(courseId, page)
  return { items: items.map((one) => HistoryEntry.parse(one)), nextCursor }
}

/** What a version changed since another, whichever was published first. */
export const compareTwoVersions = async (
  deps: HistoryDeps,
  {
    actor,
    courseId,
    version,
    since,
  }: OfActor & { readonly version: number; readonly since: number },
): Promise<Changes> => {
  const { id } = await findOwnCourse(deps, { actor, courseId }, 'read')
  const [before, after] = await Promise.all([
    findVersion(deps, id, since),
    findVersion(deps, id, version),
  ])
  const now = deps.clock.now()
  return toldOf(compareVersions(recordCompared(before, now), recordCompared(after, now)))
}

export const toldOf = (changes: readonly VersionChange[]): Changes => ({
  changes: changes.slice(0, TOLD_AT_ONCE),
  changeCount: changes.length,
})
