import type { PublishedLesson, PublishedLine, PublishedOutline } from '#contract/courses/content'
import type { CourseId, LessonId } from '#contract/platform/ids'
import { chooseLesson } from '#contract/progress/choose-lesson'
import type { LessonProgress } from '#contract/progress/progress'
import { queries } from '#web/api/queries.ts'
import {
  contentQuery,
  openUrl,
  outlineQuery,
  sessionQuery,
} from '#web/enrolments/course-queries.ts'
import { ifSignedIn } from '#web/people/if-signed-in.ts'
import { openingsOf } from './gate/openings.ts'
import { toldTime } from './gate/use-server-time.ts'
import { learnedKind } from './kinds/index.ts'
import { notEarly, whenIdle } from './kinds/warm.ts'
import { lessonsOf } from './lesson-order.ts'
import { shownLesson } from './shown-lesson.ts'

/** Fetches what opening a course will need, down to the first segment of its lesson. Whatever fails is left to the page. */
export const warmCourse = (opened: Opened) => ifSignedIn(() => warmOpened(opened))

interface Opened {
  readonly courseId: CourseId
  readonly lessonId?: LessonId | undefined
}

async function warmOpened({ courseId, lessonId }: Opened) {
  try {
    const session = await queries.fetchQuery(sessionQuery(courseId))
    const likely = lessonId ?? session.opensLessonId
    // Beside the outline, which alone knows whether it has a gate: then it is not there.
    if (likely)
      void queries.prefetchQuery({
        ...contentQuery(openUrl(session, { id: likely })),
        retry: false,
      })
    const outline = await queries.fetchQuery(outlineQuery(session.outlineUrl))
    const lessons = lessonsOf(outline)
    const closed = openingsOf(outline, session, new Date(toldTime(session)))
    const lesson =
      lessons.find((one) => one.id === lessonId) ??
      chooseLesson(lessons, session.lastLessonId, session.progress, ({ id }) => !closed.has(id))
    if (lesson)
      await warmNext(
        outline,
        lesson,
        session.progress.find((one) => one.lessonId === lesson.id),
      )
  } catch (error) {
    console.info('Nothing of the course was fetched early', error)
  }
}

/** Fetches the player while nothing else happens, where a video is likely to be opened next. */
export const warmPlayerWhenIdle = () => whenIdle(() => void learnedKind('video').warmCode())

/** The same for one lesson of an outline. One with a gate is left to its page, which opens it. */
export async function warmNext(
  outline: PublishedOutline,
  lesson: PublishedLine,
  progress: LessonProgress | undefined,
): Promise<void> {
  const url = openUrl(outline, lesson)
  if (url === undefined) return
  try {
    const content = await queries.fetchQuery(contentQuery(url))
    await warmLesson(shownLesson(lesson, content), progress)
  } catch (error) {
    notEarly(error)
  }
}

/** Fetches what a lesson needs that is shown; resolves when it can be. */
export function warmLesson(
  lesson: PublishedLesson,
  progress: LessonProgress | undefined,
): Promise<void> {
  const { warm, warmCode } = learnedKind(lesson.kind)
  const code = warmCode()
  warm(lesson, progress)
  return code
}
