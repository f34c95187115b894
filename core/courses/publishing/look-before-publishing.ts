import { TOLD_AT_ONCE } from '#contract/courses/publishing/history'
import type { publishing } from '#contract/courses/publishing/routes'
import type { Response } from '#contract/http/route'
import { findOwnCourse } from '#core/access/own-course'
import type { TeachingReaders } from '#core/access/ports'
import { draftCompared } from '#core/courses/versions/comparable'
import { compareVersions } from '#core/courses/versions/compare-versions'
import type { FileReader } from '#core/files/ports'
import { readWholeOutline } from '#core/lessons/outline'
import type { OutlineRepository } from '#core/lessons/ports'
import type { Actor } from '#core/platform/actor'
import type { Clock } from '#core/platform/clock'
import type { AssetRepository } from '#core/videos/asset-ports'
import { warningsOf } from './kinds/index.ts'
import { readFiles, readVideos, readyOf } from './publish-course.ts'
import { toldOf } from './read-history.ts'
import { readLive, type VersionDeps } from './read-version.ts'

interface LookDeps extends VersionDeps, TeachingReaders {
  readonly outlines: Pick<OutlineRepository, 'listAtOnce'>
  readonly assets: Pick<AssetRepository, 'get'>
  readonly courseFiles: Pick<FileReader, 'getEvery'>
  readonly clock: Clock
}

/** What publishing the draft would change for learners, and what in it is likely a mistake. */
export const lookBeforePublishing = async (
  deps: LookDeps,
  { actor, courseId }: { readonly actor: Actor; readonly courseId: string },
): Promise<Response<(typeof publishing)['getPublishing']>> => {
  const course = await findOwnCourse(deps, { actor, courseId }, 'read')
  const now = deps.clock.now()
  const [draft, last] = await Promise.all([
    readWholeOutline(deps.outlines, courseId),
    deps.publications.last(courseId),
  ])
  const [videos, files, live] = await Promise.all([
    readVideos(deps.assets, draft),
    readFiles(deps.courseFiles, course.id, draft),
    readLive(deps, course, last, now),
  ])
  const warnings = warningsOf(course.id, draft, { videos, files: readyOf(files) })
  return {
    first: live === null,
    ...toldOf(live ? compareVersions(live, draftCompared(course, draft, now)) : []),
    warnings: warnings.slice(0, TOLD_AT_ONCE),
    warningCount: warnings.length,
  }
}
