import type { CourseSession, LessonProgress } from '#contract/progress/progress'
import { unionOfRanges } from '#contract/progress/watched-ranges'

/**
 * The session with news of a lesson: its place, all that was ever watched, and a completion that stays.
 * News that others have overtaken tell no place. Whether they were is said by whoever has them, since
 * this device's clock and the server's cannot be compared.
 */
export function withProgress<S extends Pick<CourseSession, 'progress' | 'lastLessonId'>>(
  session: S,
  news: LessonProgress,
  { overtaken = false } = {},
): S {
  const before = session.progress.find(({ lessonId }) => lessonId === news.lessonId)
  const { positionSeconds, updatedAt } = (overtaken && before) || news
  const now = {
    lessonId: news.lessonId,
    positionSeconds,
    updatedAt,
    watched: unionOfRanges(before?.watched ?? [], news.watched),
    completed: news.completed || (before?.completed ?? false),
  }
  return {
    ...session,
    lastLessonId: overtaken ? session.lastLessonId : news.lessonId,
    progress: [...session.progress.filter((one) => one !== before), now],
  }
}
