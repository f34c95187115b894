import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Instant, LessonId } from '#contract/platform/ids'
import type { Heartbeat, LessonProgress } from '#contract/progress/progress'
import { isWatched, unionOfRanges } from '#contract/progress/watched-ranges'
import { rangesWithin } from '#contract/progress/within-stream'
import type { SyllabusLesson } from '#core/courses/syllabus-ports'
import { mergeProgress } from '#core/progress/merge-progress'

const id = LessonId.parse('les_01ARZ3NDEKTSV4RRFFQ69G5FAV')
const video = {
  kind: 'video',
  id,
  assetId: 'ast_01ARZ3NDEKTSV4RRFFQ69G5FAV',
  durationSeconds: 5000,
  completionShare: 0.6,
} satisfies SyllabusLesson
const article: SyllabusLesson = { kind: 'article', id }
const START = 1_700_000_000_000
/** Every beat below is sent after this. */
const SENT = START + 200_000_000

/** A beat by the true time, before any device says it by its own. */
type TrueBeat = Omit<Heartbeat, 'at' | 'sentAt'> & {
  readonly second: number
  readonly outBy: number
}

const second = fc.integer({ min: 0, max: 6000 })
/** Moments may be the same, positions too; clocks are out by up to ten years. */
const beats: fc.Arbitrary<TrueBeat[]> = fc.array(
  fc.record({
    second: fc.integer({ min: 0, max: 30 }),
    outBy: fc.integer({ min: -315_576_000_000, max: 315_576_000_000 }),
    positionSeconds: second,
    durationSeconds: fc.constant(5000),
    watched: fc.array(fc.tuple(second, second), { maxLength: 8 }),
    completed: fc.boolean(),
  }),
  { minLength: 1, maxLength: 20 },
)

const shuffled = beats.chain((list) =>
  fc.tuple(
    fc.constant(list),
    fc.shuffledSubarray(list, { minLength: list.length, maxLength: list.length }),
  ),
)

/** Sent one after the other, a second apart. */
const arrive = (lesson: SyllabusLesson, list: readonly TrueBeat[]) =>
  list.reduce<LessonProgress | null>((stored, { second, outBy, ...facts }, turn) => {
    const now = SENT + turn * 1000
    const at = new Date(START + second * 1000 + outBy).toISOString()
    const sentAt = new Date(now + outBy).toISOString()
    return mergeProgress(stored, lesson, { ...facts, at, sentAt }, new Date(now))
  }, null)

const aBeat = (facts: Partial<Heartbeat> = {}): Heartbeat => ({
  positionSeconds: 10,
  durationSeconds: 5000,
  watched: [],
  completed: false,
  at: new Date(START).toISOString(),
  sentAt: new Date(START).toISOString(),
  ...facts,
})
const endOf = (lesson: SyllabusLesson) =>
  lesson.kind === 'video' ? lesson.durationSeconds : Number.POSITIVE_INFINITY

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

  it('stands where the latest heartbeat was, whatever the clocks of the devices said', () => {
    fc.assert(
      fc.property(beats, (list) => {
        const [latest] = list.toSorted(
          (a, b) => b.second - a.second || b.positionSeconds - a.positionSeconds,
        )
        expect(arrive(lesson, list)).toMatchObject({
          positionSeconds: Math.min(latest?.positionSeconds ?? 0, endOf(lesson)),
          updatedAt: new Date(START + (latest?.second ?? 0) * 1000).toISOString(),
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

  it('is no younger than now and no date out of the calendar, whatever the clocks say', () => {
    const anyDate = fc.date({
      min: new Date('0001-01-01T00:00:00.000Z'),
      max: new Date('9999-12-31T23:59:59.999Z'),
      noInvalidDate: true,
    })
    fc.assert(
      fc.property(anyDate, anyDate, (at, sentAt) => {
        const beat = aBeat({ at: at.toISOString(), sentAt: sentAt.toISOString() })
        const { updatedAt } = mergeProgress(null, lesson, beat, new Date(START))
        expect(Instant.parse(updatedAt)).toBe(updatedAt)
        expect(Date.parse(updatedAt)).toBeLessThanOrEqual(START)
        expect(START - Date.parse(updatedAt)).toBeLessThanOrEqual(366 * 86_400_000)
      }),
    )
  })

  it('reads clocks in every notation', () => {
    const sentAt = '2023-01-01T00:00:01Z'
    const early = aBeat({ positionSeconds: 1, at: '2023-01-01T00:00:00Z', sentAt })
    const late = aBeat({ positionSeconds: 2, at: '2023-01-01T00:00:00.5Z', sentAt })
    for (const order of [
      [early, late],
      [late, early],
    ]) {
      const after = order.reduce<LessonProgress | null>(
        (stored, beat) => mergeProgress(stored, lesson, beat, new Date(START)),
        null,
      )
      expect(after?.positionSeconds).toBe(2)
    }
  })
})

describe('a video', () => {
  it('holds all that any heartbeat watched, and is complete by that alone', () => {
    fc.assert(
      fc.property(beats, (list) => {
        const watched = unionOfRanges(
          ...list.map((beat) => rangesWithin(beat.watched, video.durationSeconds)),
        )
        expect(arrive(video, list)).toMatchObject({ watched, completed: isWatched(watched, video) })
      }),
    )
  })
})

describe('a video that was replaced by a shorter one', () => {
  const short: SyllabusLesson = { ...video, durationSeconds: 8 }

  it('has no place and no range beyond its end, those that were stored before neither', () => {
    const watched: [number, number][] = [
      [2, 4],
      [6, 40],
      [50, 60],
    ]
    const stored = mergeProgress(
      null,
      video,
      aBeat({ positionSeconds: 20, watched }),
      new Date(SENT),
    )
    expect(stored.watched).toEqual(watched)
    const after = mergeProgress(stored, short, aBeat({ watched: [[7.5, 9]] }), new Date(SENT))
    expect(after).toMatchObject({
      positionSeconds: 8,
      watched: [
        [2, 4],
        [6, 8],
      ],
    })
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
