import type { PublishedLesson } from '#contract/courses/content'
import type { CourseId } from '#contract/platform/ids'
import type { LessonProgress } from '#contract/progress/progress'
import { resumeAt } from '#contract/progress/within-stream'
import { queries } from '#web/api/queries.ts'
import { outlineQuery, sessionQuery, siteAddress } from '#web/enrolments/course-queries.ts'
import { getSession, restoreSession } from '#web/people/session.ts'
import { getPreferences } from '#web/player/state/preferences.ts'
import { prefersNative } from '#web/player/stream/native-stream.ts'
import { playbackQuery } from '#web/player/stream/use-playback.ts'
import { warmMedia } from '#web/player/stream/warm-media.ts'
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
export function warmWhenIdle(): () => void {
  if (!('requestIdleCallback' in window)) return () => undefined
  const idle = requestIdleCallback(
    () => {
      warmPlayer()
      if (!prefersNative() && !getPreferences().dash) warmHls()
    },
    { timeout: 3000 },
  )
  return () => cancelIdleCallback(idle)
}

const failed = (error: unknown) => console.info('A part of the page was not fetched early', error)
const warmHls = () => void import('#web/player/stream/hls-stream.ts').catch(failed)
const warmPlayer = () => void import('#web/player/player.tsx').catch(failed)
const warmArticle = () => void import('#web/articles/article.tsx').catch(failed)

/** The same for one lesson, whose course is open. */
export function warmLesson(lesson: PublishedLesson, progress: LessonProgress | undefined): void {
  if (lesson.kind === 'article') {
    warmArticle()
    return
  }
  warmPlayer()
  void queries.prefetchQuery(playbackQuery(siteAddress(lesson.playbackUrl)))
  if (prefersNative() || getPreferences().dash) return
  warmMedia(
    siteAddress(lesson.hlsUrl),
    resumeAt(progress?.positionSeconds ?? 0, lesson.durationSeconds),
  )
  warmHls()
}
