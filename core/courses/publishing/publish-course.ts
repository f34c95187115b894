import { contentKeys, type PublishedContents, PublishedOutline } from '#contract/courses/content'
import { lessonKey, prefixOf, sealedFolder } from '#contract/courses/content-paths'
import type { CourseDraft } from '#contract/courses/course'
import { audienceAt } from '#contract/lessons/gate/is-open'
import type { LessonKind } from '#contract/lessons/kinds/index'
import type { Lesson } from '#contract/lessons/lesson'
import { publishProblems } from '#contract/lessons/publish-problems'
import { assetIdOf } from '#contract/lessons/rules/index'
import type { AssetId, ModuleId } from '#contract/platform/ids'
import type { LessonSettings } from '#contract/platform/lesson-settings'
import { say } from '#contract/say'
import type { Asset } from '#contract/videos/asset'
import { findOwnCourse } from '#core/access/own-course'
import type { ContentStore, MediaSealer } from '#core/courses/content-ports'
import type { CourseEvents } from '#core/courses/page-ports'
import type { CourseRepository, PublishedCard } from '#core/courses/ports'
import type { Syllabus } from '#core/courses/syllabus-ports'
import { kindOf } from '#core/lessons/kinds/index'
import type { Published } from '#core/lessons/kinds/kind'
import { readOutline, type WholeOutline } from '#core/lessons/outline'
import type { OutlineRepository } from '#core/lessons/ports'
import type { Actor } from '#core/platform/actor'
import type { Clock } from '#core/platform/clock'
import { DomainError } from '#core/platform/errors'
import type { AssetRepository } from '#core/videos/asset-ports'

export interface PublishDeps {
  readonly courses: CourseRepository
  readonly outlines: Pick<OutlineRepository, 'listContents'>
  readonly assets: AssetRepository
  readonly content: ContentStore
  readonly seal: MediaSealer
  readonly told: CourseEvents
  readonly lessons: LessonSettings
  readonly clock: Clock
}

interface PublishedModule {
  readonly id: ModuleId
  readonly title: string
  readonly lessons: readonly PublishedLesson[]
}

type PublishedLesson = Published<LessonKind> & { readonly assetId: AssetId | null }

interface Version {
  readonly outline: PublishedOutline
  readonly modules: readonly PublishedModule[]
}

interface ForLesson extends Pick<PublishDeps, 'seal'> {
  readonly course: CourseDraft
  readonly version: number
  readonly now: Date
  readonly videos: ReadonlyMap<string, Asset>
}

/** As many sockets as the SDK opens. */
const AT_ONCE = 50

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
  const draft = await readOutline(deps.outlines, courseId)
  const { seal } = deps
  const videos = await readVideos(deps.assets, draft)
  const problems = publishProblems(draft, { videos, settings: deps.lessons })
  if (problems.length > 0) throw new DomainError('conflict', say('not_publishable', { problems }))

  const now = deps.clock.now()
  const { outline, modules } = await writeNextVersion(deps, course, (version) => {
    const modules = draft.map(
      ({ id, title, lessons }): PublishedModule => ({
        id,
        title,
        lessons: lessons.map((lesson) =>
          publishLesson(lesson, { course, version, now, videos, seal }),
        ),
      }),
    )
    const outline = PublishedOutline.parse({
      courseId: course.id,
      version,
      title: course.title,
      summary: course.summary,
      publishedAt: now.toISOString(),
      modules: modules.map(({ lessons, ...module }) => ({
        ...module,
        lessons: lessons.map(({ line }) => line),
      })),
    })
    return { outline, modules }
  })
  await writeLessons(deps.content, outline, modules)
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
  // Afterwards: what the edge makes once it has forgotten must be of this version.
  await deps.told.published(course)
  return {
    ...course,
    publishedVersion: outline.version,
    publishedAt: outline.publishedAt,
    outdated: false,
  }
}

/**
 * A version's number belongs to whoever wrote it first: another teacher at this moment, or a publishing
 * that failed half-way. Numbers may have gaps; what stands under one never changes.
 */
const writeNextVersion = async (
  { content }: Pick<PublishDeps, 'content'>,
  { id, publishedVersion }: CourseDraft,
  compose: (version: number) => Version,
): Promise<Version> => {
  const first = (publishedVersion ?? 0) + 1
  for (let number = first; number < first + TRIES; number++) {
    const version = compose(number)
    const written = await content.createJson(contentKeys.outline(id, number), version.outline)
    if (written === 'created') return version
  }
  throw publishedElsewhere()
}

/** A lesson as a version has it: below the prefix of those who may open it, and its video sealed to that prefix. */
function publishLesson(
  lesson: Lesson,
  { course, version, now, videos, seal }: ForLesson,
): PublishedLesson {
  const audience = audienceAt(lesson.audience, now)
  const prefix = prefixOf(course.id, version, { id: lesson.id, audience })
  const { line, ...published } = kindOf(lesson.kind).publish(lesson, {
    videos,
    folderOf: (assetId) => sealedFolder(prefix, seal(prefix, assetId), assetId),
  })
  return {
    ...published,
    line: audience ? { ...line, audience } : line,
    assetId: assetIdOf(lesson) ?? null,
  }
}

/** Before anybody is pointed to them. */
async function writeLessons(
  content: ContentStore,
  { courseId, version }: PublishedOutline,
  modules: readonly PublishedModule[],
): Promise<void> {
  const lessons = modules.flatMap((module) => module.lessons)
  for (let at = 0; at < lessons.length; at += AT_ONCE)
    await Promise.all(
      lessons
        .slice(at, at + AT_ONCE)
        .map((lesson) =>
          content.createJson(lessonKey(courseId, version, lesson.line), lesson.content),
        ),
    )
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
  audiences: new Map(
    modules
      .flatMap(({ lessons }) => lessons)
      .flatMap(({ line: { id, audience } }) => (audience ? [[id, audience] as const] : [])),
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
