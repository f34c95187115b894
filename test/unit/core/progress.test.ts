import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { LessonId } from '#contract/ids'
import type { Heartbeat, LessonProgress } from '#contract/models/learning'
import { isWatched, unionOfRanges } from '#contract/watched-ranges'
import { mergeProgress } from '#core/learning/merge-progress'
import type { SyllabusLesson } from '#core/ports/syllabus'

const id = LessonId.parse('les_01ARZ3NDEKTSV4RRFFQ69G5FAV')
const video: SyllabusLesson = {
  kind: 'video',
  id,
  assetId: 'ast_01ARZ3NDEKTSV4RRFFQ69G5FAV',
  durationSeconds: 5000,
  completionShare: 0.6,
}
const article: SyllabusLesson = { kind: 'article', id }
const START = 1_700_000_000_000
/** After every beat below. */
const now = new Date(START + 200_000_000)

const second = fc.integer({ min: 0, max: 6000 })
/** Moments may be the same, positions too. */
const beats = fc
  .array(
    fc.record({
      second: fc.integer({ min: 0, max: 30 }),
      positionSeconds: second,
      watched: fc.array(fc.tuple(second, second), { maxLength: 8 }),
      completed: fc.boolean(),
    }),
    { minLength: 1, maxLength: 20 },
  )
  .map((list): Heartbeat[] =>
    list.map(({ second, ...beat }) => ({
      ...beat,
      durationSeconds: 5000,
      at: new Date(START + second * 1000).toISOString(),
    })),
  )

const shuffled = beats.chain((list) =>
  fc.tuple(
    fc.constant(list),
    fc.shuffledSubarray(list, { minLength: list.length, maxLength: list.length }),
  ),
)

const arrive = (lesson: SyllabusLesson, list: readonly Heartbeat[], when = now) =>
  list.reduce<LessonProgress | null>(
    (stored, beat) => mergeProgress(stored, lesson, beat, when),
    null,
  )

const aBeat = (facts: Partial<Heartbeat> = {}): Heartbeat => ({
  positionSeconds: 10,
  durationSeconds: 5000,
  watched: [],
  completed: false,
  at: new Date(START).toISOString(),
  ...facts,
})

describe.each([video, article])('progress in a lesson: $kind', (lesson) => {
  it('comes to the same in whatever order the heartbeats arrive', () => {
    fc.assert(
      fc.property(shuffled, ([list, reordered]) => {
        expect(arrive(lesson, reordered)).toEqual(arrive(lesson, list))
      }),
    )
  })

  it('is unchanged by heartbeats that arrive again', () => {
    fc.assert(
      fc.property(shuffled, ([list, again]) => {
        expect(arrive(lesson, [...list, ...again])).toEqual(arrive(lesson, list))
      }),
    )
  })

  it('stands where the latest heartbeat was', () => {
    fc.assert(
      fc.property(beats, (list) => {
        const [latest] = list.toSorted(
          (a, b) => b.at.localeCompare(a.at) || b.positionSeconds - a.positionSeconds,
        )
        expect(arrive(lesson, list)).toMatchObject({
          positionSeconds: latest?.positionSeconds,
          updatedAt: latest?.at,
        })
      }),
    )
  })

  it('never takes a completion back', () => {
    fc.assert(
      fc.property(beats, beats, (before, after) => {
        if (arrive(lesson, before)?.completed)
          expect(arrive(lesson, [...before, ...after])?.completed).toBe(true)
      }),
    )
  })

  it('is not frozen by a clock that is years ahead, before or after', () => {
    const ahead = aBeat({ positionSeconds: 1, at: '2200-01-01T00:00:00.000Z' })
    const stored = mergeProgress(null, lesson, ahead, new Date(START))
    expect(stored.updatedAt).toBe(new Date(START + 60_000).toISOString())
    const later = aBeat({ positionSeconds: 20, at: new Date(START + 61_000).toISOString() })
    const frozen = { ...stored, updatedAt: ahead.at }
    for (const before of [stored, frozen])
      expect(mergeProgress(before, lesson, later, new Date(START + 1000)).positionSeconds).toBe(20)
  })

  it('compares moments and not how they are written', () => {
    const early = aBeat({ positionSeconds: 1, at: '2023-01-01T00:00:00Z' })
    const late = aBeat({ positionSeconds: 2, at: '2023-01-01T00:00:00.5Z' })
    expect(arrive(lesson, [early, late])?.positionSeconds).toBe(2)
    expect(arrive(lesson, [late, early])?.positionSeconds).toBe(2)
  })
})

describe('a video', () => {
  it('holds all that any heartbeat watched, and is complete by that alone', () => {
    fc.assert(
      fc.property(beats, (list) => {
        const watched = unionOfRanges(...list.map((beat) => beat.watched))
        expect(arrive(video, list)).toMatchObject({ watched, completed: isWatched(watched, video) })
      }),
    )
  })
})

describe('an article', () => {
  it('is complete once any heartbeat said so, and has nothing watched', () => {
    fc.assert(
      fc.property(beats, (list) => {
        expect(arrive(article, list)).toMatchObject({
          watched: [],
          completed: list.some(({ completed }) => completed),
        })
      }),
    )
  })
})
