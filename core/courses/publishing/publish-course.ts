import { contentKeys } from '#contract/courses/content'
import { lessonKey } from '#contract/courses/content-paths'
import type { CourseDraft } from '#contract/courses/course'
import type { HistoryEntry } from '#contract/courses/publishing/history'
import type { CourseFile } from '#contract/files/file'
import { publishProblems } from '#contract/lessons/publish-problems'
import { assetIdsOf, fileIdsOf } from '#contract/lessons/rules/index'
import type { LessonSettings } from '#contract/platform/lesson-settings'
import { say } from '#contract/say'
import { findOwnCourse, isOwner } from '#core/access/own-course'
import type { MembershipReader } from '#core/access/ports'
import type { ContentStore, MediaSealer } from '#core/courses/content-ports'
import type { CourseEvents } from '#core/courses/page-ports'
import type { CourseRepository } from '#core/courses/ports'
import { recordCompared } from '#core/courses/versions/comparable'
import { compareVersions } from '#core/courses/versions/compare-versions'
import { recordKey, type VersionRecord } from '#core/courses/versions/version-record'
import type { FileReader } from '#core/files/ports'
import { readWholeOutline, type WholeOutline } from '#core/lessons/outline'
import type { OutlineRepository } from '#core/lessons/ports'
import type { Actor } from '#core/platform/actor'
import type { Clock } from '#core/platform/clock'
import { DomainError } from '#core/platform/errors'
import { personName } from '#core/platform/person-name'
import type { AssetRepository } from '#core/videos/asset-ports'
import {
  type ComposedLesson,
  cardOf,
  composeVersion,
  contentsOf,
  outlineOf,
  syllabusOf,
} from './compose-version.ts'
import { entryOf } from './entry-of.ts'
import type { Publications, Publisher } from './ports.ts'
import { readLive } from './read-version.ts'

export interface PublishDeps {
  readonly courses: Pick<CourseRepository, 'get' | 'publish'>
  readonly publications: Publications
  readonly outlines: Pick<OutlineRepository, 'listAtOnce'>
  readonly assets: Pick<AssetRepository, 'get'>
  readonly courseFiles: Pick<FileReader, 'getEvery'>
  readonly content: ContentStore
  readonly seal: MediaSealer
  readonly told: CourseEvents
  readonly lessons: LessonSettings
  readonly clock: Clock
}

/** As many sockets as the SDK opens. */
const AT_ONCE = 50

/** More orphans in a row than failed publishings leave. */
const TRIES = 20

export const publishCourse = async (
  deps: PublishDeps & { readonly memberships: MembershipReader },
  { actor, courseId }: { readonly actor: Actor; readonly courseId: string },
): Promise<CourseDraft> => {
  const course = await findOwnCourse(deps, { actor, courseId }, 'publish')
  return publishDraft(deps, { course, by: actor, how: 'published' })
}

/**
 * Writes the draft to the content bucket as the next free version, then points learners to it. When two
 * teachers publish at once, one of them is told; nobody's learners see half a version, nor one that
 * was published as another.
 */
export async function publishDraft(
  deps: PublishDeps,
  {
    course,
    by,
    how,
  }: {
    readonly course: CourseDraft
    readonly by: Publisher
    readonly how: HistoryEntry['how']
  },
): Promise<CourseDraft> {
  if (course.copying) throw new DomainError('conflict', say('still_copying'))
  const draft = await readWholeOutline(deps.outlines, course.id)
  const { seal } = deps
  const [videos, files] = await Promise.all([
    readVideos(deps.assets, draft),
    readFiles(deps.courseFiles, course.id, draft),
  ])
  const problems = publishProblems(draft, { videos, files, settings: deps.lessons })
  if (problems.length > 0) throw new DomainError('conflict', say('not_publishable', { problems }))

  const now = deps.clock.now()
  const last = await deps.publications.last(course.id)
  const live = await readLive(deps, course, last, now)
  // Whoever publishes nothing loads no reader of Markdown.
  const { documentOf } = await import('#contract/articles/markdown/document-of')
  // Whoever of the team publishes it, it is its owner's.
  const isTheirs = isOwner(course, by.userId)
  const teacherName = isTheirs ? by.name : course.ownerName
  const shown = { videos, files: readyOf(files), seal, documentOf }
  const given = { course, teacherName, now, ...shown }
  const { record, lessons } = await writeNextVersion(
    deps,
    Math.max(last?.number ?? 0, course.publishedVersion ?? 0) + 1,
    (version) => composeVersion(draft, { ...given, version }),
  )
  await writeLessons(deps.content, record, lessons)
  const { version, publishedAt } = record
  await deps.content.createJson(contentKeys.contents(course.id, version), contentsOf(record))
  await deps.content.createJson(recordKey(course.id, version), record)
  const published = await deps.courses.publish(
    cardOf(course, record, publishedAt),
    syllabusOf(record),
    {
      ...{ expected: course.publishedVersion, visibility: course.visibility },
      ...(isTheirs && { ownerName: personName(by.name) }),
    },
    entryOf(record, {
      ...{ number: version, at: publishedAt, how, by },
      changes: live && compareVersions(live, recordCompared(record, now)),
    }),
  )
  if (!published) throw publishedElsewhere()
  // Afterwards: what the edge makes once it has forgotten must be of this version.
  await deps.told.published(course)
  return { ...course, publishedVersion: version, publishedAt, outdated: false }
}

/**
 * A version's number belongs to whoever wrote it first: another teacher at this moment, or a publishing
 * that failed half-way. Numbers may have gaps; what stands under one never changes.
 */
const writeNextVersion = async <V extends { readonly record: VersionRecord }>(
  { content }: Pick<PublishDeps, 'content'>,
  first: number,
  compose: (version: number) => V,
): Promise<V> => {
  for (let number = first; number < first + TRIES; number++) {
    const version = compose(number)
    const key = contentKeys.outline(version.record.courseId, number)
    if ((await content.createJson(key, outlineOf(version.record))) === 'created') return version
  }
  throw publishedElsewhere()
}

/** Before anybody is pointed to them. */
async function writeLessons(
  content: ContentStore,
  { courseId, version }: VersionRecord,
  lessons: readonly ComposedLesson[],
): Promise<void> {
  for (let at = 0; at < lessons.length; at += AT_ONCE)
    await Promise.all(
      lessons
        .slice(at, at + AT_ONCE)
        .map((lesson) =>
          content.createJson(lessonKey(courseId, version, lesson.line), lesson.content),
        ),
    )
}

export const publishedElsewhere = () => new DomainError('conflict', say('published_meanwhile'))

export const readVideos = async (
  assets: PublishDeps['assets'],
  draft: readonly Pick<WholeOutline[number], 'lessons'>[],
) => {
  const ids = draft.flatMap(({ lessons }) => lessons.flatMap(assetIdsOf))
  const found = await Promise.all([...new Set(ids)].map((id) => assets.get(id)))
  return new Map(found.flatMap((asset) => (asset ? [[asset.id, asset] as const] : [])))
}

export const readFiles = async (
  files: PublishDeps['courseFiles'],
  courseId: string,
  draft: readonly Pick<WholeOutline[number], 'lessons'>[],
) => {
  const ids = draft.flatMap(({ lessons }) => lessons.flatMap(fileIdsOf))
  const found = ids.length === 0 ? [] : await files.getEvery(courseId, ids)
  return new Map<string, CourseFile>(found.map((file) => [file.id, file]))
}

export const readyOf = (files: ReadonlyMap<string, CourseFile>): ReadonlyMap<string, CourseFile> =>
  new Map([...files].filter(([, { state }]) => state === 'ready'))
