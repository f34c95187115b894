import type { LessonId } from '#contract/platform/ids'
import type { LessonProgress } from '#contract/progress/progress'
import type { AsLearner, Learned, Line } from '#web/lessons/line.ts'
import type { withProgress } from '#web/progress/with-progress.ts'

/** What comes with the learner’s page. */
interface Parts {
  readonly withProgress: typeof withProgress
}

export const NOTHING: Learned = { progress: [], lastLessonId: null, enrolledAt: null }

/** Somebody who has completed so many of the lessons, and what was done in the preview itself. */
export function learnedAs(
  { withProgress }: Parts,
  as: AsLearner['as'],
  {
    lessons,
    lessonId,
    done,
    enrolledAt,
  }: {
    readonly lessons: readonly Line[]
    readonly lessonId: string | undefined
    readonly done: Learned
    /** From when on days are counted. */
    readonly enrolledAt: string
  },
): Learned {
  const at = lessons.findIndex(({ id }) => id === lessonId)
  const before = as === 'all' ? lessons : as === 'before' ? lessons.slice(0, Math.max(0, at)) : []
  return done.progress.reduce<Learned>((known, news) => withProgress(known, news), {
    progress: before.map(completed),
    lastLessonId: done.lastLessonId,
    enrolledAt,
  })
}

/** What the preview knows of a lesson by now; no server hears of it. */
export function recorded(
  { withProgress }: Parts,
  { done, lesson, played }: Recorded,
  completes: (progress: LessonProgress) => boolean,
): Learned {
  const updatedAt = new Date().toISOString()
  const news = { lessonId: lesson.id, ...playedOf(played), updatedAt }
  const next = withProgress(done, news)
  const known = next.progress.find((one) => one.lessonId === lesson.id) ?? news
  return completes(known) ? withProgress(next, { ...known, completed: true }) : next
}

interface Recorded {
  readonly done: Learned
  readonly lesson: { readonly id: LessonId }
  readonly played: Omit<LessonProgress, 'lessonId' | 'updatedAt'>
}

const playedOf = ({ positionSeconds, watched, completed }: Recorded['played']) => ({
  ...{ positionSeconds, watched, completed },
})

const completed = ({ id, durationSeconds }: Line): LessonProgress => ({
  lessonId: id,
  positionSeconds: 0,
  watched: durationSeconds ? [[0, durationSeconds]] : [],
  completed: true,
  updatedAt: new Date(0).toISOString(),
})
