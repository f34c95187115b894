import type { CourseDraft } from '#contract/courses/course'
import { needsFiles } from '#contract/lessons/rules/index'
import { say } from '#contract/say'
import { findOwnCourse } from '#core/access/own-course'
import type { MembershipReader } from '#core/access/ports'
import type { CourseEvents } from '#core/courses/page-ports'
import type { CourseRepository } from '#core/courses/ports'
import { recordReturned } from '#core/courses/versions/comparable'
import { compareVersions } from '#core/courses/versions/compare-versions'
import type { VersionRecord } from '#core/courses/versions/version-record'
import type { FileReader } from '#core/files/ports'
import type { Actor } from '#core/platform/actor'
import type { Clock } from '#core/platform/clock'
import { DomainError } from '#core/platform/errors'
import type { AssetRepository } from '#core/videos/asset-ports'
import { cardOf, syllabusOf } from './compose-version.ts'
import { entryOf } from './entry-of.ts'
import { publishedElsewhere } from './publish-course.ts'
import { findVersion, readLive, type VersionDeps } from './read-version.ts'

interface OfActor {
  readonly actor: Actor
  readonly courseId: string
}

interface PointDeps extends VersionDeps {
  readonly courses: Pick<CourseRepository, 'get' | 'publish'>
  readonly memberships: MembershipReader
  readonly assets: Pick<AssetRepository, 'get'>
  readonly courseFiles: Pick<FileReader, 'get' | 'getEvery'>
  readonly told: CourseEvents
  readonly clock: Clock
}

/**
 * Has learners see a version that was published before; the draft stays as it is. Where another than `instead` is
 * live by now, whoever asks is told. Everybody's progress is by lesson, so what comes back has what was done in it.
 */
export const pointToVersion = async (
  deps: PointDeps,
  {
    actor,
    courseId,
    version,
    instead,
  }: OfActor & { readonly version: number; readonly instead: number },
): Promise<CourseDraft> => {
  const course = await findOwnCourse(deps, { actor, courseId }, 'publish')
  const found = await findVersion(deps, course.id, version)
  if (course.publishedVersion === version) return course
  if (course.publishedVersion !== instead) throw publishedElsewhere()
  await requireMedia(deps, found)
  const record = { ...found, cover: await coverStillThere(deps, found) }
  const now = deps.clock.now()
  const at = now.toISOString()
  const last = await deps.publications.last(course.id)
  const live = await readLive(deps, course, last, now)
  const pointed = await deps.courses.publish(
    cardOf(course, record, at),
    syllabusOf(record),
    { expected: instead, visibility: course.visibility },
    entryOf(record, {
      ...{ number: Math.max(last?.number ?? 0, instead) + 1, at, how: 'returned', by: actor },
      changes: live && compareVersions(live, recordReturned(record, now)),
    }),
  )
  if (!pointed) throw publishedElsewhere()
  await deps.told.published(course)
  return { ...course, publishedVersion: version, publishedAt: at, outdated: false }
}

/** One that was deleted since gives way to the generated one. */
async function coverStillThere(
  { courseFiles }: Pick<PointDeps, 'courseFiles'>,
  { courseId, cover }: VersionRecord,
): Promise<VersionRecord['cover']> {
  return cover && (await courseFiles.get(courseId, cover.fileId)) ? cover : null
}

/** A video or file of an earlier version may be deleted by now: learners would see a lesson without it. */
async function requireMedia(
  { assets, courseFiles }: PointDeps,
  { courseId, modules }: VersionRecord,
): Promise<void> {
  const lessons = modules.flatMap((module) => module.lessons)
  const shown = [...new Set(lessons.flatMap(({ assetId }) => assetId ?? []))]
  // A picture that an article lost leaves its words.
  const ofFiles = lessons.filter(({ line }) => needsFiles(line.kind))
  const fileIds = [...new Set(ofFiles.flatMap((lesson) => lesson.fileIds))]
  const [videos, files] = await Promise.all([
    Promise.all(shown.map((id) => assets.get(id))),
    fileIds.length > 0 ? courseFiles.getEvery(courseId, fileIds) : [],
  ])
  const there = new Set<string>([
    ...videos.flatMap((asset) =>
      asset && asset.state !== 'deleting' && asset.liveVersion !== null ? [asset.id] : [],
    ),
    ...files.map(({ id }) => id),
  ])
  const gone = (code: string, of: VersionRecord['modules'][number]['lessons']) =>
    of.map(({ line }) => ({ code, params: { lesson: line.title } }))
  const problems = [
    ...gone(
      'lesson_video_gone',
      lessons.filter(({ assetId }) => assetId && !there.has(assetId)),
    ),
    ...gone(
      'lesson_file_gone',
      ofFiles.filter(({ fileIds }) => fileIds.some((id) => !there.has(id))),
    ),
  ]
  if (problems.length > 0) throw new DomainError('conflict', say('not_returnable', { problems }))
}
