import { contentKeys } from '#contract/courses/content'
import type {
  CoursePreview,
  LessonPreview,
  PreviewLine,
} from '#contract/courses/publishing/preview'
import type { Lesson } from '#contract/lessons/lesson'
import { assetIdOf, problemOf } from '#contract/lessons/rules/index'
import type { CourseId, LessonId } from '#contract/platform/ids'
import type { LessonSettings } from '#contract/platform/lesson-settings'
import { rulesOf } from '#contract/rules/outline'
import { findOwnCourse } from '#core/access/own-course'
import type { AssetReader, TeachingReaders } from '#core/access/ports'
import { publishedAs } from '#core/courses/publishing/compose-version'
import { readFiles, readVideos, readyOf } from '#core/courses/publishing/publish-course'
import type { FileReader } from '#core/files/ports'
import type { ReadForPublishing } from '#core/lessons/kinds/kind'
import { readWholeOutline, type WholeOutline } from '#core/lessons/outline'
import type { OutlineRepository } from '#core/lessons/ports'
import type { Actor } from '#core/platform/actor'
import { notFound } from '#core/platform/errors'

interface PreviewDeps extends TeachingReaders {
  readonly outlines: Pick<OutlineRepository, 'listAtOnce' | 'readLesson'>
  readonly assets: AssetReader
  readonly courseFiles: Pick<FileReader, 'getEvery'>
  readonly lessons: LessonSettings
}
interface OfActor {
  readonly actor: Actor
  readonly courseId: CourseId
}
/** With files of any state: those that are not ready are told of. */
type Read = Omit<ReadForPublishing, 'folderOf'>

/** A draft as learners would see it, also where it cannot be published yet. Nothing is written anywhere. */
export async function previewCourse(
  deps: PreviewDeps,
  { actor, courseId }: OfActor,
): Promise<CoursePreview> {
  const { title, startsOn, endsOn, timeZone } = await findOwnCourse(
    deps,
    { actor, courseId },
    'read',
  )
  const draft = await readWholeOutline(deps.outlines, courseId)
  const read = await readFor(deps, courseId, draft)
  return {
    ...{ courseId, title, startsOn, endsOn, timeZone },
    modules: draft.map((module) => ({
      id: module.id,
      title: module.title,
      lessons: module.lessons.map((lesson) => lineOf(deps, module, lesson, read)),
    })),
  }
}

/** One lesson, with its files where its teachers fetch them. */
export async function previewLesson(
  deps: PreviewDeps,
  { actor, courseId, lessonId }: OfActor & { readonly lessonId: LessonId },
): Promise<LessonPreview> {
  await findOwnCourse(deps, { actor, courseId }, 'read')
  const stored = await deps.outlines.readLesson(courseId, lessonId)
  if (!stored) throw notFound('lesson')
  const lesson = stored.item
  const read = await readFor(deps, courseId, [{ lessons: [lesson] }])
  const code = problemOf(lesson, { ...read, settings: deps.lessons })
  if (code) return { shown: null, problem: { code, params: { lesson: lesson.title } } }
  const { line, content } = shownOf(lesson, read)
  return { shown: { line, content }, problem: null }
}

function lineOf(
  { lessons: settings }: PreviewDeps,
  module: WholeOutline[number],
  lesson: Lesson,
  read: Read,
): PreviewLine {
  const { id, title, kind, audience } = lesson
  // Of other lessons its kind says all that a list shows.
  const plays = assetIdOf(lesson) && problemOf(lesson, { ...read, settings }) === null
  const durationSeconds = plays ? shownOf(lesson, read).line.durationSeconds : null
  const rules = rulesOf(module, lesson)
  return {
    ...{ id, title, kind, durationSeconds, ...(audience && { audience }) },
    ...(rules.length > 0 && { rules }),
  }
}

/** The reader of Markdown is a part of what the function loads: no start but this waits for it. */
async function readFor(
  { assets, courseFiles }: PreviewDeps,
  courseId: CourseId,
  draft: Parameters<typeof readVideos>[1],
): Promise<Read> {
  const [videos, files, { documentOf }] = await Promise.all([
    readVideos(assets, draft),
    readFiles(courseFiles, courseId, draft),
    import('#contract/articles/markdown/document-of'),
  ])
  return { videos, files, documentOf }
}

/** Its gate stays, though it is open by now: at another time it is not. */
const shownOf = (lesson: Lesson, read: Read) =>
  publishedAs(
    lesson,
    { audience: lesson.audience, rules: [] },
    {
      ...read,
      files: readyOf(read.files),
      folderOf: (mediaId) => contentKeys.media(lesson.courseId, mediaId),
    },
  )
