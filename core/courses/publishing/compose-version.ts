import { createHash } from 'node:crypto'
import type { PublishedContents } from '#contract/courses/content'
import { PublishedOutline } from '#contract/courses/content'
import { prefixOf, sealedFolder } from '#contract/courses/content-paths'
import type { CourseDraft } from '#contract/courses/course'
import { CourseFacts } from '#contract/courses/properties/properties'
import { audienceAt } from '#contract/lessons/gate/is-open'
import { type ContentOf, type LessonKind, lessonKinds } from '#contract/lessons/kinds/index'
import type { Lesson } from '#contract/lessons/lesson'
import { assetIdOf } from '#contract/lessons/rules/index'
import type { Asset } from '#contract/videos/asset'
import type { MediaSealer } from '#core/courses/content-ports'
import type { PublishedCard } from '#core/courses/ports'
import type { Syllabus } from '#core/courses/syllabus-ports'
import { kindOf } from '#core/lessons/kinds/index'
import type { WholeOutline } from '#core/lessons/outline'
import type { Comparable } from './compare-versions.ts'
import type { VersionRecord } from './version-record.ts'

interface ForVersion {
  readonly course: CourseDraft
  readonly version: number
  readonly teacherName: string
  readonly now: Date
  readonly videos: ReadonlyMap<string, Asset>
  readonly seal: MediaSealer
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
  const modules = draft.map(({ id, title, lessons }) => ({
    id,
    title,
    lessons: lessons.map((lesson) => composeLesson(lesson, given)),
  }))
  return {
    record: {
      ...{ courseId: course.id, version, teacherName },
      ...{ title: course.title, summary: course.summary, publishedAt: now.toISOString() },
      description: course.description,
      ...CourseFacts.parse(course),
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
  { course, version, now, videos, seal }: ForVersion,
): ComposedLesson {
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
    mark: markOf(lesson),
  }
}

/** 96 bits of a hash of the fields that its kind has of its own. */
function markOf(lesson: Lesson): string {
  const own: Readonly<Record<string, unknown>> = lesson
  const fields = Object.keys(lessonKinds[lesson.kind].change).sort()
  const text = JSON.stringify([lesson.kind, ...fields.map((field) => own[field] ?? null)])
  return createHash('sha256').update(text).digest('base64url').slice(0, 16)
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
export const contentsOf = ({ description, modules }: VersionRecord): PublishedContents => ({
  description,
  modules: modules.map(({ title, lessons }) => ({
    title,
    lessons: lessons.map(({ line, assetId }) => ({ ...line, assetId })),
  })),
})

/** What heartbeats are held to. */
export const syllabusOf = ({ courseId, version, modules }: VersionRecord): Syllabus => {
  const lessons = modules.flatMap((module) => module.lessons)
  return {
    courseId,
    version,
    lessons: new Map(lessons.map(({ syllabus }) => [syllabus.id, syllabus])),
    audiences: new Map(
      lessons.flatMap(({ line: { id, audience } }) => (audience ? [[id, audience] as const] : [])),
    ),
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

/** A gate that is open by now is none. */
export const draftCompared = (
  { title, summary }: Pick<CourseDraft, 'title' | 'summary'>,
  draft: WholeOutline,
  now: Date,
): Comparable => ({
  ...{ title, summary },
  modules: draft.map((module) => ({
    ...module,
    lessons: module.lessons.map((lesson) => ({
      id: lesson.id,
      title: lesson.title,
      audience: audienceAt(lesson.audience, now),
      mark: markOf(lesson),
    })),
  })),
})

export const recordCompared = (
  { title, summary, modules }: Pick<VersionRecord, 'title' | 'summary' | 'modules'>,
  now: Date,
): Comparable => ({
  ...{ title, summary },
  modules: modules.map((module) => ({
    ...module,
    lessons: module.lessons.map(({ line, mark }) => ({
      id: line.id,
      title: line.title,
      audience: audienceAt(line.audience, now),
      mark,
    })),
  })),
})

/** Of a version from before records were kept; whether its lessons were edited nobody knows. */
export const outlineCompared = (
  { title, summary, modules }: PublishedOutline,
  now: Date,
): Comparable => ({
  ...{ title, summary },
  modules: modules.map((module) => ({
    ...module,
    lessons: module.lessons.map((line) => ({
      id: line.id,
      title: line.title,
      audience: audienceAt(line.audience, now),
      mark: null,
    })),
  })),
})
