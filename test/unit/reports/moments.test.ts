import { describe, expect, it } from 'vitest'
import { FunnelLesson, LessonReport } from '#contract/reports/report'
import { mostReplayed, mostSkipped } from '#web/reports/course/moments.ts'
import { whereMostStop } from '#web/reports/course/where-people-stop.ts'

const LESSON = `les_${'0'.repeat(26)}`
const reportOf = (parts: readonly (readonly [viewers: number, plays: number])[]) =>
  LessonReport.parse({
    asOf: '2026-11-03T10:32:00.000Z',
    lessonId: LESSON,
    title: 'Kernel',
    durationSeconds: parts.length * 10 - 4,
    partSeconds: 10,
    began: 10,
    parts: parts.map(([viewers, plays]) => ({ viewers, plays })),
  })

describe('moments of a video', () => {
  it('are replayed where people play more often than once, side by side as one, the most first', () => {
    const report = reportOf([
      [10, 10],
      [10, 12],
      [10, 15],
      [8, 8],
      [8, 16],
    ])
    expect(mostReplayed(report)).toEqual([
      { from: 40, to: 46, measure: 2 },
      { from: 10, to: 30, measure: 1.5 },
    ])
  })

  it('are skipped where fewer were than both before and after', () => {
    const report = reportOf([
      [10, 10],
      [6, 6],
      [8, 8],
      [7, 7],
      [2, 2],
    ])
    expect(mostSkipped(report)).toEqual([{ from: 10, to: 20, measure: 0.25 }])
  })

  it('are none where people watch through, leave or never came', () => {
    const through = reportOf([
      [10, 10],
      [9, 9],
      [3, 3],
      [0, 0],
    ])
    expect([mostReplayed(through), mostSkipped(through)]).toEqual([[], []])
  })
})

describe('where most people stop', () => {
  const lessonOf = (title: string, started: number) =>
    FunnelLesson.parse({
      ...{ lessonId: LESSON, title, moduleTitle: 'One', kind: 'video' },
      ...{ started, completed: 0, seconds: 0 },
    })

  it('is before the greatest fall from lesson to lesson; whoever came to the last did not stop', () => {
    const lessons = [lessonOf('a', 40), lessonOf('b', 38), lessonOf('c', 20), lessonOf('d', 19)]
    expect(whereMostStop(lessons)).toEqual({ lesson: lessons[1], stopped: 18 })
  })

  it('is nowhere where each lesson has as many', () => {
    expect(whereMostStop([lessonOf('a', 4), lessonOf('b', 4)])).toBeNull()
    expect(whereMostStop([])).toBeNull()
  })
})
