import type { PublishedContents } from '#contract/courses/content'
import { PublishedOutline } from '#contract/courses/content'
import { prefixOf, sealedFolder } from '#contract/courses/content-paths'
import type { CourseDraft } from '#contract/courses/course'
import { CourseDoors, CourseFacts } from '#contract/courses/properties/properties'
import type { CourseFile } from '#contract/files/file'
import type { Audience } from '#contract/lessons/gate/audience'
import { audienceAt } from '#contract/lessons/gate/is-open'
import type { ContentOf, LessonKind } from '#contract/lessons/kinds/index'
import type { Lesson } from '#contract/lessons/lesson'
import { assetIdOf, fileIdsOf, videosWithin } from '#contract/lessons/rules/index'
import { releaseOf, rulesAt, rulesOf } from '#contract/rules/outline'
import type { Rules } from '#contract/rules/rule'
import type { Asset } from '#contract/videos/asset'
import type { MediaSealer } from '#core/courses/content-ports'
import type { PublishedCard } from '#core/courses/ports'
import type { Syllabus } from '#core/courses/syllabus-ports'
import { markOf } from '#core/courses/versions/mark-of'
import type { VersionRecord } from '#core/courses/versions/version-record'
import { kindOf } from '#core/lessons/kinds/index'
import type { Published, ReadForPublishing } from '#core/lessons/kinds/kind'
import type { WholeOutline } from '#core/lessons/outline'

interface ForVersion {
  readonly course: CourseDraft
  readonly version: number
  readonly teacherName: string
  readonly now: Date
  readonly videos: ReadonlyMap<string, Asset>
  readonly files: ReadonlyMap<string, CourseFile>
  readonly seal: MediaSealer
  readonly documentOf: ReadForPublishing['documentOf']
}

type RecordedLesson = VersionRecord['modules'][number]['lessons'][number]
/** A lesson of a version, and what it shows. */
export type ComposedLesson = RecordedLesson & { readonly content: ContentOf<LessonKind> }

/** A draft, against which nothing speaks, as a version. */
export function composeVersion(
  draft: WholeOutline,
  given: ForVersion,
): { readonly record: VersionRecord; readonly lessons: readonly ComposedLesson[] } {
  const { course, version, teacherName, now } = given
  const modules = draft.map((module) => {
    const { id, title, lessons } = module
    const rules = rulesAt(module.rules ?? [], course.timeZone, now)
    return {
      ...{ id, title, ...(rules.length > 0 && { rules }) },
      lessons: lessons.map((lesson) => composeLesson(lesson, rulesOf(module, lesson), given)),
    }
  })
  return {
    record: {
      ...{ courseId: course.id, version, teacherName },
      ...{ title: course.title, summary: course.summary, publishedAt: now.toISOString() },
      description: course.description,
      ...CourseFacts.parse(course),
      doors: CourseDoors.parse(course),
      modules: modules.map((module) => ({
        ...module,
        lessons: module.lessons.map(({ content: _, ...recorded }) => recorded),
      })),
    },
    lessons: modules.flatMap((module) => module.lessons),
  }
}

/** Below the prefix of those who may open it, and its video sealed to that prefix. */
function composeLesson(
  lesson: Lesson,
  asked: Rules,
  { course, version, now, videos, files, seal, documentOf }: ForVersion,
): ComposedLesson {
  const audience = audienceAt(lesson.audience, now)
  const opens = { audience, rules: rulesAt(asked, course.timeZone, now) }
  const prefix = prefixOf(course.id, version, { id: lesson.id, ...opens })
  const published = publishedAs(lesson, opens, {
    ...{ videos, files, documentOf },
    folderOf: (mediaId) => sealedFolder(prefix, seal(prefix, mediaId), mediaId),
  })
  return {
    ...published,
    assetId: assetIdOf(lesson) ?? null,
    videosWithin: [...new Set(videosWithin(lesson))],
    fileIds: [...new Set(fileIdsOf(lesson))],
    mark: markOf(lesson),
  }
}

/** A lesson, against which nothing speaks, as learners have it. */
export function publishedAs(
  lesson: Lesson,
  { audience, rules }: { readonly audience: Audience | undefined; readonly rules: Rules },
  read: ReadForPublishing,
): Published<LessonKind> {
  const { line, ...published } = kindOf(lesson.kind).publish(lesson, read)
  return {
    ...published,
    line: { ...line, ...(audience && { audience }), ...(rules.length > 0 && { rules }) },
  }
}

/** What any member may know of a version. */
export const outlineOf = (record: VersionRecord): PublishedOutline =>
  PublishedOutline.parse({
    ...record,
    modules: record.modules.map(({ lessons, ...module }) => ({
      ...module,
      lessons: lessons.map(({ line }) => line),
    })),
  })

/** For the public page and the teachers' tools. */
export const contentsOf = ({ description, cover, modules }: VersionRecord): PublishedContents => ({
  description,
  coverFileId: cover?.fileId ?? null,
  modules: modules.map(({ id, title, lessons }) => ({
    id,
    title,
    lessons: lessons.map(({ line, assetId, videosWithin, fileIds }) => ({
      ...line,
      assetId,
      videosWithin,
      fileIds,
    })),
  })),
})

/** What heartbeats are held to. */
export const syllabusOf = (record: VersionRecord): Syllabus => {
  const { courseId, version, timeZone, modules } = record
  const lessons = modules.flatMap((module) => module.lessons)
  return {
    courseId,
    version,
    lessons: new Map(lessons.map(({ syllabus }) => [syllabus.id, syllabus])),
    audiences: new Map(
      lessons.flatMap(({ line: { id, audience } }) => (audience ? [[id, audience] as const] : [])),
    ),
    release: releaseOf({
      timeZone,
      modules: modules.map((module) => ({
        id: module.id,
        lessons: module.lessons.map(({ line }) => line),
      })),
    }),
  }
}

/** What lists show of a version since it is what learners see. */
export const cardOf = (
  { id, slug }: Pick<CourseDraft, 'id' | 'slug'>,
  record: VersionRecord,
  publishedAt: string,
): PublishedCard => {
  const { title, summary, teacherName, version, modules } = record
  const lines = modules.flatMap(({ lessons }) => lessons.map(({ line }) => line))
  return {
    ...{ id, slug, title, summary, teacherName },
    lessonCount: lines.length,
    durationSeconds: lines.reduce((sum, line) => sum + (line.durationSeconds ?? 0), 0),
    ...{ publishedAt, version },
    ...CourseFacts.parse(record),
  }
}
