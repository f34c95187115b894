import { describe, expect, it } from 'vitest'
import { runsAt } from '#contract/courses/properties/dates'
import { LessonId } from '#contract/platform/ids'
import type { LessonProgress } from '#contract/progress/progress'
import { isWatched } from '#contract/progress/watched-ranges'
import { learnedAs, NOTHING, recorded } from '#web/lessons/draft/learned-as.ts'
import { withProgress } from '#web/progress/with-progress.ts'

const parts = { withProgress }
const enrolledAt = '2026-11-01T00:00:00.000Z'
const idOf = (n: number) => LessonId.parse(`les_${String(n).padStart(26, '0')}`)
const article = (n: number) => ({
  ...{ id: idOf(n), title: `Lesson ${n}`, kind: 'article' as const },
  durationSeconds: null,
})
const film = { ...article(2), kind: 'video' as const, durationSeconds: 100 }
const lessons = [article(1), film, article(3)]
const nineTenths = ({ watched }: Pick<LessonProgress, 'watched'>) =>
  isWatched(watched, { durationSeconds: 100, completionShare: 0.9 })
const saidSo = ({ completed }: Pick<LessonProgress, 'completed'>) => completed
const done = (learned: { progress: readonly { lessonId: string; completed: boolean }[] }) =>
  learned.progress.filter(({ completed }) => completed).map(({ lessonId }) => lessonId)
const played = (from: number, to: number, completed = false) => ({
  ...{ positionSeconds: to, durationSeconds: 100, completed },
  watched: [[from, to]] as [number, number][],
})

describe('somebody who looks at a draft', () => {
  it('has completed nothing, all before the lesson, or all', () => {
    expect(
      done(learnedAs(parts, undefined, { lessons, lessonId: idOf(3), done: NOTHING, enrolledAt })),
    ).toEqual([])
    expect(
      done(learnedAs(parts, 'before', { lessons, lessonId: idOf(3), done: NOTHING, enrolledAt })),
    ).toEqual([idOf(1), idOf(2)])
    expect(
      done(learnedAs(parts, 'before', { lessons, lessonId: idOf(1), done: NOTHING, enrolledAt })),
    ).toEqual([])
    expect(
      done(learnedAs(parts, 'before', { lessons, lessonId: undefined, done: NOTHING, enrolledAt })),
    ).toEqual([])
    expect(
      done(learnedAs(parts, 'all', { lessons, lessonId: idOf(1), done: NOTHING, enrolledAt })),
    ).toEqual(lessons.map(({ id }) => id))
  })

  it('completes a video by what was watched of it, as learners do', () => {
    const half = recorded(parts, { done: NOTHING, lesson: film, played: played(0, 50) }, nineTenths)
    expect(done(half)).toEqual([])
    expect(half.lastLessonId).toBe(film.id)
    const whole = recorded(parts, { done: half, lesson: film, played: played(50, 95) }, nineTenths)
    expect(done(whole)).toEqual([film.id])
    expect(
      done(learnedAs(parts, 'before', { lessons, lessonId: film.id, done: whole, enrolledAt })),
    ).toEqual([idOf(1), film.id])
    expect(NOTHING.progress).toEqual([])
  })

  it('completes an article by saying so', () => {
    const opened = { positionSeconds: 0, durationSeconds: 0, watched: [], completed: false }
    const open = recorded(parts, { done: NOTHING, lesson: article(1), played: opened }, saidSo)
    expect(done(open)).toEqual([])
    expect(
      done(
        recorded(
          parts,
          { done: open, lesson: article(1), played: { ...opened, completed: true } },
          saidSo,
        ),
      ),
    ).toEqual([idOf(1)])
  })
})

describe('a course at an instant', () => {
  const days = { startsOn: '2026-12-01', endsOn: '2026-12-31', timeZone: 'Pacific/Auckland' }
  it.each([
    ['2026-11-30T10:59:59Z', 'before'],
    ['2026-11-30T11:00:00Z', 'during'],
    ['2026-12-31T10:59:59Z', 'during'],
    ['2026-12-31T11:00:00Z', 'after'],
  ])('%s is told by the calendar of its own zone: %s', (instant, runs) => {
    expect(runsAt(days, new Date(instant))).toBe(runs)
  })
  it('without days it always runs', () => {
    const open = { startsOn: null, endsOn: null, timeZone: 'UTC' }
    expect(runsAt(open, new Date(0))).toBe('during')
  })
})
