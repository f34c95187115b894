import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Heartbeat, LessonProgress } from '#contract/models/learning'
import { mergeProgress } from '#core/learning/record-progress'

const LESSON = 'les_01ARZ3NDEKTSV4RRFFQ69G5FAV'

/** Each beat at a time of its own, so that "the later one" is never a matter of taste. */
const beats = fc
  .uniqueArray(
    fc.record({
      second: fc.integer({ min: 0, max: 100_000 }),
      positionSeconds: fc.integer({ min: 0, max: 5000 }),
      completed: fc.boolean(),
    }),
    { minLength: 1, maxLength: 20, selector: ({ second }) => second },
  )
  .map((list): Heartbeat[] =>
    list.map(({ second, ...beat }) => ({
      ...beat,
      durationSeconds: 5000,
      watched: [],
      at: new Date(1_700_000_000_000 + second * 1000).toISOString(),
    })),
  )

const arrive = (list: readonly Heartbeat[]) =>
  list.reduce<LessonProgress | null>((stored, beat) => mergeProgress(stored, LESSON, beat), null)

const shuffled = beats.chain((list) =>
  fc.tuple(
    fc.constant(list),
    fc.shuffledSubarray(list, { minLength: list.length, maxLength: list.length }),
  ),
)

it('comes to the same progress in whatever order the heartbeats arrive', () => {
  fc.assert(
    fc.property(shuffled, ([list, reordered]) => {
      expect(arrive(reordered)).toEqual(arrive(list))
    }),
  )
})

it('stands where the latest heartbeat was', () => {
  fc.assert(
    fc.property(beats, (list) => {
      const latest = list.toSorted((a, b) => a.at.localeCompare(b.at)).at(-1)
      expect(arrive(list)).toMatchObject({
        positionSeconds: latest?.positionSeconds,
        updatedAt: latest?.at,
      })
    }),
  )
})

it('is completed once any heartbeat said so, and stays it', () => {
  fc.assert(
    fc.property(beats, (list) => {
      expect(arrive(list)?.completed).toBe(list.some(({ completed }) => completed))
    }),
  )
})

it('is unchanged by a heartbeat that arrives twice', () => {
  fc.assert(
    fc.property(beats, (list) => {
      expect(arrive([...list, ...list])).toEqual(arrive(list))
    }),
  )
})
