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
import { findOwnCourse } from '#core/access/own-course'
import type { AssetReader, CourseReader } from '#core/access/ports'
import { publishedAs } from '#core/courses/publishing/compose-version'
import { readVideos } from '#core/courses/publishing/publish-course'
import { readWholeOutline } from '#core/lessons/outline'
import type { OutlineRepository } from '#core/lessons/ports'
import type { Actor } from '#core/platform/actor'
import { notFound } from '#core/platform/errors'

interface PreviewDeps {
  readonly courses: CourseReader
  readonly outlines: Pick<OutlineRepository, 'listAtOnce' | 'readLesson'>
  readonly assets: AssetReader
  readonly lessons: LessonSettings
}
interface OfActor {
  readonly actor: Actor
  readonly courseId: CourseId
}
type Videos = Awaited<ReturnType<typeof readVideos>>

/** A draft as learners would see it, also where it cannot be published yet. Nothing is written anywhere. */
export async function previewCourse(
  deps: PreviewDeps,
  { actor, courseId }: OfActor,
): Promise<CoursePreview> {
  const { title, startsOn, endsOn, timeZone } = await findOwnCourse(deps, { actor, courseId })
  const draft = await readWholeOutline(deps.outlines, courseId)
  const videos = await readVideos(deps.assets, draft)
  return {
    ...{ courseId, title, startsOn, endsOn, timeZone },
    modules: draft.map((module) => ({
      id: module.id,
      title: module.title,
      lessons: module.lessons.map((lesson) => lineOf(deps, lesson, videos)),
    })),
  }
}

/** One lesson, with its files where its teachers fetch them. */
export async function previewLesson(
  deps: PreviewDeps,
  { actor, courseId, lessonId }: OfActor & { readonly lessonId: LessonId },
): Promise<LessonPreview> {
  await findOwnCourse(deps, { actor, courseId })
  const stored = await deps.outlines.readLesson(courseId, lessonId)
  if (!stored) throw notFound('lesson')
  const lesson = stored.item
  const videos = await readVideos(deps.assets, [{ lessons: [lesson] }])
  const code = problemOf(lesson, { videos, settings: deps.lessons })
  if (code) return { shown: null, problem: { code, params: { lesson: lesson.title } } }
  const { line, content } = shownOf(lesson, videos)
  return { shown: { line, content }, problem: null }
}

function lineOf({ lessons: settings }: PreviewDeps, lesson: Lesson, videos: Videos): PreviewLine {
  const { id, title, kind, audience } = lesson
  // Of other lessons its kind says all that a list shows.
  const plays = assetIdOf(lesson) && problemOf(lesson, { videos, settings }) === null
  const durationSeconds = plays ? shownOf(lesson, videos).line.durationSeconds : null
  return { id, title, kind, durationSeconds, ...(audience && { audience }) }
}

/** Its gate stays, though it is open by now: at another time it is not. */
const shownOf = (lesson: Lesson, videos: Videos) =>
  publishedAs(lesson, lesson.audience, {
    videos,
    folderOf: (assetId) => contentKeys.media(lesson.courseId, assetId),
  })
