import type { LessonId } from '#contract/platform/ids'
import type { LessonProgress } from '#contract/progress/progress'
import type { AsLearner, Learned, Line } from '#web/lessons/line.ts'
import { withProgress } from '#web/progress/with-progress.ts'

export const NOTHING: Learned = { progress: [], lastLessonId: null }

/** Somebody who has completed so many of the lessons, and what was done in the preview itself. */
export function learnedAs(
  as: AsLearner['as'],
  lessons: readonly Line[],
  lessonId: string | undefined,
  done: Learned,
): Learned {
  const at = lessons.findIndex(({ id }) => id === lessonId)
  const before = as === 'all' ? lessons : as === 'before' ? lessons.slice(0, Math.max(0, at)) : []
  return done.progress.reduce<Learned>((known, news) => withProgress(known, news), {
    progress: before.map(completed),
    lastLessonId: done.lastLessonId,
  })
}

/** What the preview knows of a lesson by now; no server hears of it. */
export function recorded(
  done: Learned,
  lesson: { readonly id: LessonId },
  { positionSeconds, watched, completed: isDone }: Omit<LessonProgress, 'lessonId' | 'updatedAt'>,
  completes: (progress: LessonProgress) => boolean,
): Learned {
  const updatedAt = new Date().toISOString()
  const news = { lessonId: lesson.id, positionSeconds, watched, completed: isDone, updatedAt }
  const next = withProgress(done, news)
  const known = next.progress.find((one) => one.lessonId === lesson.id) ?? news
  return completes(known) ? withProgress(next, { ...known, completed: true }) : next
}

const completed = ({ id, durationSeconds }: Line): LessonProgress => ({
  lessonId: id,
  positionSeconds: 0,
  watched: durationSeconds ? [[0, durationSeconds]] : [],
  completed: true,
  updatedAt: new Date(0).toISOString(),
})
