import { expect, it } from 'vitest'
import { CourseId, LessonId } from '#contract/platform/ids'
import type { CourseSession, LessonProgress } from '#contract/progress/progress'
import { withProgress } from '#web/progress/with-progress.ts'

const lessonId = LessonId.parse('les_01ARZ3NDEKTSV4RRFFQ69G5FAV')
const progressOf = (facts: Partial<LessonProgress>): LessonProgress => ({
  lessonId,
  positionSeconds: 10,
  watched: [],
  completed: false,
  updatedAt: '2026-01-01T10:00:00.000Z',
  ...facts,
})
const session: CourseSession = {
  courseId: CourseId.parse('crs_01ARZ3NDEKTSV4RRFFQ69G5FAV'),
  version: 1,
  outlineUrl: '/outline.json',
  expiresAt: '2026-01-01T16:00:00.000Z',
  enrolledAt: null,
  lastsSeconds: 21_600,
  progress: [progressOf({ watched: [[0, 10]] })],
  lastLessonId: lessonId,
  opensLessonId: lessonId,
}

it('shows where the learner is now, on a device whose clock is hours slow', () => {
  const news = progressOf({
    positionSeconds: 30,
    watched: [[20, 30]],
    updatedAt: '2026-01-01T05:00:00.000Z',
  })
  expect(withProgress(session, news).progress).toMatchObject([
    {
      positionSeconds: 30,
      watched: [
        [0, 10],
        [20, 30],
      ],
    },
  ])
})

it('takes no place from an answer that the learner has overtaken, but what it completed', () => {
  const late = progressOf({
    positionSeconds: 5,
    completed: true,
    updatedAt: '2027-01-01T00:00:00.000Z',
  })
  expect(withProgress(session, late, { overtaken: true }).progress).toMatchObject([
    { positionSeconds: 10, completed: true },
  ])
})
