import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { LessonId } from '#contract/platform/ids'
import type { Heartbeat, LessonProgress, WatchedRanges } from '#contract/progress/progress'
import { unionOfRanges } from '#contract/progress/watched-ranges'
import { rangesWithin } from '#contract/progress/within-stream'
import type { SyllabusLesson } from '#core/courses/syllabus-ports'
import { type Beat, beatOf } from '#core/progress/beat'
import { mergeProgress, momentOf } from '#core/progress/merge-progress'

const id = LessonId.parse('les_01ARZ3NDEKTSV4RRFFQ69G5FAV')
const LENGTH = 5000
const video = {
  kind: 'video',
  id,
  assetId: 'ast_01ARZ3NDEKTSV4RRFFQ69G5FAV',
  durationSeconds: LENGTH,
  completionShare: 0.6,
} satisfies SyllabusLesson
const article: SyllabusLesson = { kind: 'article', id }
const START = 1_700_000_000_000

interface Told {
  /** When it was true, and when it came, in seconds. */
  readonly second: number
  readonly arrives: number
  readonly watched: WatchedRanges
  readonly completed: boolean
}

const take = (stored: LessonProgress | null, lesson: SyllabusLesson, told: Told) => {
  const now = new Date(START + told.arrives * 1000)
  const heartbeat: Heartbeat = {
    ...{ positionSeconds: 0, durationSeconds: LENGTH },
    ...{ watched: told.watched, completed: told.completed },
    at: new Date(START + told.second * 1000).toISOString(),
    sentAt: now.toISOString(),
  }
  const after = mergeProgress(stored, lesson, heartbeat, now)
  return { after, beat: beatOf(stored, after, lesson, heartbeat, momentOf(heartbeat, now)) }
}

const takeAll = (lesson: SyllabusLesson, all: readonly Told[]) => {
  let stored: LessonProgress | null = null
  const beats: Beat[] = []
  for (const told of all) {
    const { after, beat } = take(stored, lesson, told)
    stored = after
    beats.push(beat)
  }
  return { beats, stored }
}

const place = fc.integer({ min: 0, max: 6000 })
const ranges = fc
  .array(fc.tuple(place, place), { maxLength: 12 })
  .map((list) => unionOfRanges(list))
const stream: fc.Arbitrary<Told[]> = fc
  .array(
    fc.record({
      second: fc.integer({ min: 0, max: 5000 }),
      late: fc.nat(2000),
      watched: ranges,
      completed: fc.boolean(),
    }),
    { minLength: 1, maxLength: 12 },
  )
  .map((list) =>
    list
      .map(({ second, late, ...told }) => ({ ...told, second, arrives: second + late }))
      .toSorted((one, other) => one.arrives - other.arrives),
  )

const secondsOf = (list: WatchedRanges) => list.reduce((sum, [from, to]) => sum + to - from, 0)

describe('what a heartbeat brought', () => {
  it('is all that it told of, each stretch either watched before or not', () => {
    fc.assert(
      fc.property(ranges, ranges, (before, told) => {
        const first = { second: 0, arrives: 0, completed: false }
        const { after } = take(null, video, { ...first, watched: before })
        const { beat } = take(after, video, { ...first, watched: told, second: 30, arrives: 30 })
        const within = unionOfRanges(rangesWithin(told, LENGTH))
        expect(unionOfRanges(beat.fresh, beat.again)).toEqual(within)
        expect(secondsOf(beat.fresh) + secondsOf(beat.again)).toBe(secondsOf(within))
        expect(unionOfRanges(after.watched, beat.again)).toEqual(after.watched)
        expect(secondsOf(unionOfRanges(after.watched, beat.fresh))).toBe(
          secondsOf(after.watched) + secondsOf(beat.fresh),
        )
      }),
    )
  })

  it('adds up to what was watched, however the beats come', () => {
    fc.assert(
      fc.property(stream, (all) => {
        const { beats, stored } = takeAll(video, all)
        const fresh = beats.reduce((sum, beat) => sum + secondsOf(beat.fresh), 0)
        expect(fresh).toBe(secondsOf(stored?.watched ?? []))
      }),
    )
  })

  it.each([video, article])('completes a lesson of kind $kind once, if at all', (lesson) => {
    fc.assert(
      fc.property(stream, (all) => {
        const { beats, stored } = takeAll(lesson, all)
        expect(beats.filter(({ completes }) => completes).length).toBe(stored?.completed ? 1 : 0)
      }),
    )
  })

  it('is counted to the moment when it was true, though it came late', () => {
    const told = { second: 5, arrives: 90_000, watched: [], completed: false }
    expect(take(null, article, told).beat.at).toBe(START + 5_000)
  })

  it('is, of many stretches, the longest', () => {
    const watched = Array.from({ length: 60 }, (_, n): [number, number] => [
      n * 50,
      n * 50 + 1 + (n % 30),
    ])
    const { beat } = take(null, video, { second: 0, arrives: 0, watched, completed: false })
    expect(beat.fresh).toHaveLength(25)
    expect(Math.min(...beat.fresh.map(([from, to]) => to - from))).toBe(18)
    expect(beat.fresh).toEqual(unionOfRanges(beat.fresh))
  })
})

describe('the time spent', () => {
  const spent = (lesson: SyllabusLesson, ...all: [second: number, watched?: WatchedRanges][]) =>
    takeAll(
      lesson,
      all.map(([second, watched = []]) => ({ second, arrives: 9_000, watched, completed: false })),
    ).beats.map(({ seconds }) => seconds)

  it('is what lies between beats, also where a video stood or an article was read', () => {
    expect(spent(article, [0], [45], [400])).toEqual([0, 45, 355])
    expect(spent(video, [0], [30, [[0, 30]]], [200, [[30, 40]]])).toEqual([0, 30, 170])
  })

  it('is what was watched, after a break of more than ten minutes and before the first beat', () => {
    expect(spent(video, [0, [[0, 20]]], [4_000, [[20, 50]]])).toEqual([20, 30])
    expect(spent(video, [0, [[0, 3_000]]])).toEqual([600])
    expect(spent(article, [0], [4_000])).toEqual([0, 0])
  })

  it('is counted once, where an older beat comes after a younger one', () => {
    expect(spent(video, [0], [60, [[30, 60]]], [30, [[0, 30]]])).toEqual([0, 60, 0])
  })

  it('never adds up to more than went by, and what was watched after breaks', () => {
    fc.assert(
      fc.property(stream, (all) => {
        const { beats } = takeAll(video, all)
        const sum = beats.reduce((total, { seconds }) => total + seconds, 0)
        const moments = all.map(({ second }) => second)
        const told = all.reduce((total, { watched }) => total + secondsOf(watched), 0)
        expect(sum).toBeLessThanOrEqual(Math.max(...moments) - Math.min(...moments) + told)
        for (const { seconds } of beats) {
          expect(seconds).toBeGreaterThanOrEqual(0)
          expect(seconds).toBeLessThanOrEqual(600)
        }
      }),
    )
  })
})
