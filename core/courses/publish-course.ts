import {
  contentKeys,
  type PublishedContents,
  type PublishedLesson,
  PublishedOutline,
} from '#contract/courses/content'
import type { CourseDraft } from '#contract/courses/course'
import { type Lesson, MOST_LESSONS, MOST_MODULES } from '#contract/lessons/lesson'
import type { Asset } from '#contract/videos/asset'
import { findOwnCourse } from '#core/access/own-course'
import { readOutline, type WholeOutline } from '#core/lessons/outline'
import type { Actor } from '#core/platform/actor'
import type { Clock } from '#core/platform/clock'
import { DomainError } from '#core/platform/errors'
import type { AssetRepository } from '#core/videos/asset-ports'
import { liveSource } from '#core/videos/source/known-source'
import type { ContentStore } from './content-ports.ts'
import type { CatalogueCache, CourseRepository, PublishedCard } from './ports.ts'
import type { Syllabus, SyllabusLesson } from './syllabus-ports.ts'

export interface PublishDeps {
  readonly courses: CourseRepository
  readonly assets: AssetRepository
  readonly content: ContentStore
  readonly catalogue: Pick<CatalogueCache, 'forgetAll'>
  readonly clock: Clock
}

/** More orphans in a row than failed publishings leave. */
const TRIES = 20

/**
 * Writes the draft to the content bucket as the next free version, then points learners to it. When two
 * teachers publish at once, one of them is told; nobody's learners see half a version, nor one that
 * was published as another.
 */
export const publishCourse = async (
  deps: PublishDeps,
  { actor, courseId }: { actor: Actor; courseId: string },
): Promise<CourseDraft> => {
  const course = await findOwnCourse(deps, { actor, courseId })
  const draft = await readOutline(deps.courses, courseId)
  const assets = await readAssets(deps.assets, draft)
  const problem = whyNotPublishable(draft, assets)
  if (problem) throw new DomainError('conflict', problem)

  const outline = await writeNextVersion(deps, course, {
    courseId: course.id,
    title: course.title,
    summary: course.summary,
    publishedAt: deps.clock.now().toISOString(),
    modules: draft.map(({ id, title, lessons }) => ({
      id,
      title,
      lessons: lessons.map((lesson) => toPublished(lesson, assets)),
    })),
  })
  await deps.content.createJson(
    contentKeys.contents(course.id, outline.version),
    contentsOf(outline),
  )
  const published = await deps.courses.publish(
    toCard(course, outline, actor),
    toSyllabus(outline),
    course.publishedVersion,
  )
  if (!published) throw publishedElsewhere()
  await deps.catalogue.forgetAll()
  return { ...course, publishedVersion: outline.version, publishedAt: outline.publishedAt }
}

/**
 * A version's number belongs to whoever wrote it first: another teacher at this moment, or a publishing
 * that failed half-way. Numbers may have gaps; what stands under one never changes.
 */
const writeNextVersion = async (
  { content }: Pick<PublishDeps, 'content'>,
  { id, publishedVersion }: CourseDraft,
  unnumbered: Omit<PublishedOutline, 'version'>,
): Promise<PublishedOutline> => {
  const first = (publishedVersion ?? 0) + 1
  for (let version = first; version < first + TRIES; version++) {
    const outline = PublishedOutline.parse({ ...unnumbered, version })
    const written = await content.createJson(contentKeys.outline(id, version), outline)
    if (written === 'created') return outline
  }
  throw publishedElsewhere()
}

const publishedElsewhere = () =>
  new DomainError(
    'conflict',
    'Somebody else published this course just now. Look at it again, then publish.',
  )

/** A sentence for the teacher, or null when nothing stands in the way. */
export const whyNotPublishable = (
  draft: WholeOutline,
  assets: ReadonlyMap<string, Asset>,
): string | null => {
  const lessons = draft.flatMap((module) => module.lessons)
  if (lessons.length === 0) return 'The course has no lessons yet. Add one, then publish.'
  if (lessons.length > MOST_LESSONS || draft.length > MOST_MODULES)
    return `The course has ${draft.length} modules with ${lessons.length} lessons; at most ${MOST_MODULES} with ${MOST_LESSONS} can be published. Move some of them to a course of their own.`
  const unready = lessons.filter(
    (lesson) => lesson.kind === 'video' && !assets.get(lesson.assetId ?? '')?.liveVersion,
  )
  if (unready.length === 0) return null
  const names = unready.map((lesson) => `“${lesson.title}”`).join(', ')
  return `These lessons have no finished video yet: ${names}. Choose a video that is ready, or wait until it is.`
}

const readAssets = async (assets: AssetRepository, draft: WholeOutline) => {
  const ids = draft.flatMap(({ lessons }) =>
    lessons.flatMap((lesson) => (lesson.kind === 'video' ? (lesson.assetId ?? []) : [])),
  )
  const found = await Promise.all([...new Set(ids)].map((id) => assets.get(id)))
  return new Map(found.flatMap((asset) => (asset ? [[asset.id, asset] as const] : [])))
}

const toPublished = (lesson: Lesson, assets: ReadonlyMap<string, Asset>): PublishedLesson => {
  const { id, title } = lesson
  if (lesson.kind === 'article') return { kind: 'article', id, title, text: lesson.text }
  const asset = assets.get(lesson.assetId ?? '')
  const source = asset && liveSource(asset)
  if (!asset?.playbackUrl || !asset.hlsUrl || !asset.dashUrl || !source)
    throw new Error(`The ready asset of lesson ${id} lacks its addresses`)
  return {
    kind: 'video',
    id,
    title,
    assetId: asset.id,
    durationSeconds: source.durationSeconds,
    playbackUrl: asset.playbackUrl,
    hlsUrl: asset.hlsUrl,
    dashUrl: asset.dashUrl,
    posterUrl: asset.posterUrl,
    completionShare: lesson.completionShare,
  }
}

/** What heartbeats are held to. */
export const toSyllabus = ({ courseId, version, modules }: PublishedOutline): Syllabus => ({
  courseId,
  version,
  lessons: new Map(
    modules
      .flatMap(({ lessons }) => lessons)
      .map((lesson): [string, SyllabusLesson] => [lesson.id, toSyllabusLesson(lesson)]),
  ),
})

const toSyllabusLesson = (lesson: PublishedLesson): SyllabusLesson => {
  const { id } = lesson
  if (lesson.kind === 'article') return { kind: lesson.kind, id }
  const { assetId, durationSeconds, completionShare } = lesson
  return { kind: lesson.kind, id, assetId, durationSeconds, completionShare }
}

const durationOf = (lesson: PublishedLesson) =>
  lesson.kind === 'video' ? lesson.durationSeconds : null

const contentsOf = ({ modules }: PublishedOutline): PublishedContents => ({
  modules: modules.map(({ title, lessons }) => ({
    title,
    lessons: lessons.map((lesson) => ({
      id: lesson.id,
      title: lesson.title,
      kind: lesson.kind,
      assetId: lesson.kind === 'video' ? lesson.assetId : null,
      durationSeconds: durationOf(lesson),
    })),
  })),
})

const toCard = (course: CourseDraft, outline: PublishedOutline, actor: Actor): PublishedCard => {
  const lessons = outline.modules.flatMap((module) => module.lessons)
  return {
    id: course.id,
    slug: course.slug,
    title: course.title,
    summary: course.summary,
    teacherName: actor.name,
    lessonCount: lessons.length,
    durationSeconds: lessons.reduce((sum, lesson) => sum + (durationOf(lesson) ?? 0), 0),
    publishedAt: outline.publishedAt,
    version: outline.version,
  }
}
