import { contentKeys, type PublishedLesson, PublishedOutline } from '#contract/content'
import type { Asset } from '#contract/models/asset'
import type { CourseDraft, CoursePage } from '#contract/models/course'
import type { DraftOutline, Lesson } from '#contract/models/lesson'
import type { Actor } from '../actor.ts'
import type { Clock } from '../clock.ts'
import { DomainError } from '../errors.ts'
import type { AssetRepository } from '../ports/assets.ts'
import type { ContentStore } from '../ports/content.ts'
import type { CourseRepository } from '../ports/courses.ts'
import { findOwnCourse } from './find-own-course.ts'
import { readOutline } from './outline.ts'

export interface PublishDeps {
  readonly courses: CourseRepository
  readonly assets: AssetRepository
  readonly content: ContentStore
  readonly clock: Clock
}

/**
 * Writes the draft to the content bucket as the next version, then points learners to it. When two
 * teachers publish at once, one of them is told; nobody's learners see half a version.
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

  const version = (course.publishedVersion ?? 0) + 1
  const publishedAt = deps.clock.now().toISOString()
  const outline = PublishedOutline.parse({
    courseId: course.id,
    version,
    title: course.title,
    summary: course.summary,
    publishedAt,
    modules: draft.map(({ id, title, lessons }) => ({
      id,
      title,
      lessons: lessons.map((lesson) => toPublished(lesson, assets)),
    })),
  })
  await deps.content.putJson(contentKeys.outline(course.id, version), outline)
  if (!(await deps.courses.publish(toPage(course, outline, actor))))
    throw new DomainError(
      'conflict',
      'Somebody else published this course just now. Look at it again, then publish.',
    )
  return { ...course, publishedVersion: version, publishedAt }
}

/** A sentence for the teacher, or null when nothing stands in the way. */
export const whyNotPublishable = (
  draft: DraftOutline,
  assets: ReadonlyMap<string, Asset>,
): string | null => {
  const lessons = draft.flatMap((module) => module.lessons)
  if (lessons.length === 0) return 'The course has no lessons yet. Add one, then publish.'
  const unready = lessons.filter(
    (lesson) => lesson.kind === 'video' && assets.get(lesson.assetId ?? '')?.state !== 'ready',
  )
  if (unready.length === 0) return null
  const names = unready.map((lesson) => `“${lesson.title}”`).join(', ')
  return `These lessons have no finished video yet: ${names}. Choose a video that is ready, or wait until it is.`
}

const readAssets = async (assets: AssetRepository, draft: DraftOutline) => {
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
  if (!asset?.hlsUrl || !asset.dashUrl || !asset.source)
    throw new Error(`The ready asset of lesson ${id} lacks its addresses`)
  return {
    kind: 'video',
    id,
    title,
    durationSeconds: asset.source.durationSeconds,
    hlsUrl: asset.hlsUrl,
    dashUrl: asset.dashUrl,
    posterUrl: asset.posterUrl,
  }
}

const toPage = (course: CourseDraft, outline: PublishedOutline, actor: Actor): CoursePage => {
  const lessons = outline.modules.flatMap((module) => module.lessons)
  const durationOf = (lesson: PublishedLesson) =>
    lesson.kind === 'video' ? lesson.durationSeconds : null
  return {
    id: course.id,
    slug: course.slug,
    title: course.title,
    summary: course.summary,
    teacherName: actor.name,
    lessonCount: lessons.length,
    durationSeconds: lessons.reduce((sum, lesson) => sum + (durationOf(lesson) ?? 0), 0),
    enrolmentCount: course.enrolmentCount,
    publishedAt: outline.publishedAt,
    version: outline.version,
    modules: outline.modules.map(({ title, lessons }) => ({
      title,
      lessons: lessons.map((lesson) => ({
        title: lesson.title,
        kind: lesson.kind,
        durationSeconds: durationOf(lesson),
      })),
    })),
  }
}
