import type { PublishedLesson } from '#contract/courses/content'
import type { CourseId } from '#contract/platform/ids'
import type { LessonProgress } from '#contract/progress/progress'
import { queries } from '#web/api/queries.ts'
import { outlineQuery, sessionQuery } from '#web/enrolments/course-queries.ts'
import { getSession, restoreSession } from '#web/people/session.ts'
import { learnedKind } from './kinds/index.ts'
import { whenIdle } from './kinds/warm.ts'
import { chooseLesson, lessonsOf } from './lesson-order.ts'

/** Fetches what opening a course will need, down to the first segment of its lesson. Whatever fails is left to the page. */
export async function warmCourse({
  courseId,
  lessonId,
}: {
  courseId: CourseId
  lessonId?: string | undefined
}) {
  await restoreSession()
  if (getSession().state !== 'signed-in') return
  try {
    const session = await queries.fetchQuery(sessionQuery(courseId))
    const outline = await queries.fetchQuery(outlineQuery(session.outlineUrl))
    const lesson =
      lessonsOf(outline).find((one) => one.id === lessonId) ??
      chooseLesson(outline, session.lastLessonId, session.progress)
    if (lesson)
      warmLesson(
        lesson,
        session.progress.find((one) => one.lessonId === lesson.id),
      )
  } catch (error) {
    console.info('Nothing of the course was fetched early', error)
  }
}

/** Fetches the player while nothing else happens, where a video is likely to be opened next. */
export const warmPlayerWhenIdle = () => whenIdle(learnedKind('video').warmCode)

/** Fetches what one lesson needs, whose course is open. */
export function warmLesson(lesson: PublishedLesson, progress: LessonProgress | undefined): void {
  const { warm, warmCode } = learnedKind(lesson.kind)
  warmCode()
  warm(lesson, progress)
}
