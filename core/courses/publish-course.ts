import { contentKeys, type PublishedContents, PublishedOutline } from '#contract/courses/content'
import type { CourseDraft } from '#contract/courses/course'
import type { LessonKind } from '#contract/lessons/kinds/index'
import { publishProblems } from '#contract/lessons/publish-problems'
import { assetIdOf } from '#contract/lessons/rules/index'
import type { AssetId, ModuleId } from '#contract/platform/ids'
import { say } from '#contract/say'
import { findOwnCourse } from '#core/access/own-course'
import { kindOf } from '#core/lessons/kinds/index'
import type { Published } from '#core/lessons/kinds/kind'
import { readOutline, type WholeOutline } from '#core/lessons/outline'
import type { Actor } from '#core/platform/actor'
import type { Clock } from '#core/platform/clock'
import { DomainError } from '#core/platform/errors'
import type { AssetRepository } from '#core/videos/asset-ports'
import type { ContentStore } from './content-ports.ts'
import type { CatalogueCache, CourseRepository, PublishedCard } from './ports.ts'
import type { Syllabus } from './syllabus-ports.ts'

export interface PublishDeps {
  readonly courses: CourseRepository
  readonly assets: AssetRepository
  readonly content: ContentStore
  readonly catalogue: Pick<CatalogueCache, 'forgetAll'>
  readonly clock: Clock
}

interface PublishedModule {
  readonly id: ModuleId
  readonly title: string
  readonly lessons: readonly (Published<LessonKind> & { readonly assetId: AssetId | null })[]
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
  const videos = await readVideos(deps.assets, draft)
  const problems = publishProblems(draft, { videos })
  if (problems.length > 0) throw new DomainError('conflict', say('not_publishable', { problems }))

  const modules = draft.map(
    ({ id, title, lessons }): PublishedModule => ({
      id,
      title,
      lessons: lessons.map((lesson) => ({
        ...kindOf(lesson.kind).publish(lesson, { videos }),
        assetId: assetIdOf(lesson) ?? null,
      })),
    }),
  )
  const outline = await writeNextVersion(deps, course, {
    courseId: course.id,
    title: course.title,
    summary: course.summary,
    publishedAt: deps.clock.now().toISOString(),
    modules: modules.map(({ lessons, ...module }) => ({
      ...module,
      lessons: lessons.map(({ line, content }) => ({ ...line, ...content })),
    })),
  })
  await deps.content.createJson(
    contentKeys.contents(course.id, outline.version),
    contentsOf(modules),
  )
  const published = await deps.courses.publish(
    toCard(course, outline, actor),
    toSyllabus(outline, modules),
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
  unnumbered: Readonly<Record<string, unknown>>,
): Promise<PublishedOutline> => {
  const first = (publishedVersion ?? 0) + 1
  for (let version = first; version < first + TRIES; version++) {
    const outline = PublishedOutline.parse({ ...unnumbered, version })
    const written = await content.createJson(contentKeys.outline(id, version), outline)
    if (written === 'created') return outline
  }
  throw publishedElsewhere()
}

const publishedElsewhere = () => new DomainError('conflict', say('published_meanwhile'))

const readVideos = async (assets: AssetRepository, draft: WholeOutline) => {
  const ids = draft.flatMap(({ lessons }) => lessons.flatMap((lesson) => assetIdOf(lesson) ?? []))
  const found = await Promise.all([...new Set(ids)].map((id) => assets.get(id)))
  return new Map(found.flatMap((asset) => (asset ? [[asset.id, asset] as const] : [])))
}

/** What heartbeats are held to. */
const toSyllabus = (
  { courseId, version }: PublishedOutline,
  modules: readonly PublishedModule[],
): Syllabus => ({
  courseId,
  version,
  lessons: new Map(
    modules.flatMap(({ lessons }) => lessons.map(({ syllabus }) => [syllabus.id, syllabus])),
  ),
})

const contentsOf = (modules: readonly PublishedModule[]): PublishedContents => ({
  modules: modules.map(({ title, lessons }) => ({
    title,
    lessons: lessons.map(({ line, assetId }) => ({ ...line, assetId })),
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
    durationSeconds: lessons.reduce((sum, lesson) => sum + (lesson.durationSeconds ?? 0), 0),
    publishedAt: outline.publishedAt,
    version: outline.version,
  }
}
