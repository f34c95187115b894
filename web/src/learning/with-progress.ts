import type { CourseSession, LessonProgress } from '#contract/models/learning'
import { unionOfRanges } from '#contract/watched-ranges'

/**
 * The session with news of a lesson: the later position, all that was ever watched, and a completion
 * that stays.
 */
export function withProgress(session: CourseSession, news: LessonProgress): CourseSession {
  const before = session.progress.find(({ lessonId }) => lessonId === news.lessonId)
  const { positionSeconds, updatedAt } = before && before.updatedAt > news.updatedAt ? before : news
  const now = {
    lessonId: news.lessonId,
    positionSeconds,
    updatedAt,
    watched: unionOfRanges(before?.watched ?? [], news.watched),
    completed: news.completed || (before?.completed ?? false),
  }
  return {
    ...session,
    lastLessonId: news.lessonId,
    progress: [...session.progress.filter((one) => one !== before), now],
  }
}
