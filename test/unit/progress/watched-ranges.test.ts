import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { WatchedRanges } from '#contract/progress/progress'
import { isWatched, unionOfRanges, watchedShare } from '#contract/progress/watched-ranges'

const DAY = 86_400
/** Hostile: turned round, empty, overlapping, longer than any video. */
const second = fc.double({ min: 0, max: DAY, noNaN: true })
const anyRanges = fc.array(fc.tuple(second, second), { maxLength: 200 })
/** Few enough that three lists together never meet the limit of 200. */
const someRanges = fc.array(fc.tuple(second, second), { maxLength: 60 })
const duration = fc.double({ min: 0.1, max: DAY, noNaN: true })
/** Two hundred glimpses at most a list, so that several lists exceed the limit. */
const glimpses = fc.array(
  fc.integer({ min: 0, max: 40_000 }).map((at): [number, number] => [2 * at, 2 * at + 0.5]),
  { minLength: 150, maxLength: 200 },
)

const covers = (outer: [number, number][], inner: [number, number][]) =>
  inner
    .filter(([from, to]) => from < to)
    .every(([from, to]) => outer.some(([start, end]) => start <= from && to <= end))

describe('the union of watched ranges', () => {
  it('is ascending, apart by a second, and as the contract has it', () => {
    fc.assert(
      fc.property(anyRanges, anyRanges, glimpses, (a, b, c) => {
        const union = unionOfRanges(a, b, c)
        expect(WatchedRanges.parse(union)).toEqual(union)
        for (const [at, [from, to]] of union.entries()) {
          expect(from).toBeLessThan(to)
          const next = union[at + 1]
          if (next) expect(next[0] - to).toBeGreaterThanOrEqual(1)
        }
      }),
    )
  })

  it('changes nothing when it is joined with what it holds', () => {
    fc.assert(
      fc.property(anyRanges, (a) => {
        const union = unionOfRanges(a)
        expect(unionOfRanges(union)).toEqual(union)
        expect(unionOfRanges(union, a)).toEqual(union)
      }),
    )
  })

  it('is the same in any order', () => {
    fc.assert(
      fc.property(anyRanges, glimpses, (a, b) => {
        expect(unionOfRanges(a, b)).toEqual(unionOfRanges(b, a))
      }),
    )
  })

  it('is the same in whatever steps, up to 200 ranges', () => {
    fc.assert(
      fc.property(someRanges, someRanges, someRanges, (a, b, c) => {
        const union = unionOfRanges(a, b, c)
        expect(unionOfRanges(unionOfRanges(a, b), c)).toEqual(union)
        expect(unionOfRanges(a, unionOfRanges(b, c))).toEqual(union)
      }),
    )
  })

  it('never loses what was watched, beyond 200 ranges either', () => {
    fc.assert(
      fc.property(glimpses, glimpses, anyRanges, (a, b, c) => {
        const before = unionOfRanges(a, b)
        const after = unionOfRanges(before, c)
        expect(covers(after, before)).toBe(true)
        expect(covers(after, c)).toBe(true)
      }),
    )
  })

  it('joins what a player loses at a pause, and nothing longer', () => {
    expect(unionOfRanges([[0, 5]], [[5.9, 8]])).toEqual([[0, 8]])
    expect(unionOfRanges([[0, 5]], [[6, 8]])).toEqual([
      [0, 5],
      [6, 8],
    ])
    expect(unionOfRanges([[9, 3]], [[4, 4]])).toEqual([])
  })

  it('keeps the longest gaps when there are too many', () => {
    const many = Array.from({ length: 201 }, (_, n): [number, number] => [10 * n, 10 * n + 5])
    const union = unionOfRanges(many, [[1005, 1007]])
    expect(union).toHaveLength(200)
    expect(union).toContainEqual([1000, 1015])
    expect(union).toContainEqual([990, 995])
  })
})

describe('the share watched', () => {
  it('grows with what is watched, from 0 to never more than 1', () => {
    fc.assert(
      fc.property(anyRanges, anyRanges, duration, (a, b, seconds) => {
        const share = watchedShare(a, seconds)
        expect(share).toBeGreaterThanOrEqual(0)
        expect(watchedShare(unionOfRanges(a, b), seconds)).toBeGreaterThanOrEqual(share - 1e-9)
        expect(watchedShare(unionOfRanges(a, b), seconds)).toBeLessThanOrEqual(1)
      }),
    )
  })

  it('counts twice what is watched twice only once, and nothing beyond the end', () => {
    expect(
      watchedShare(
        [
          [0, 30],
          [10, 30],
        ],
        60,
      ),
    ).toBe(0.5)
    expect(watchedShare([[60, 600]], 60)).toBe(0)
    expect(watchedShare([[0, 30]], 0)).toBe(0)
  })
})

describe('a video', () => {
  const video = (completionShare: number, durationSeconds = 100) => ({
    completionShare,
    durationSeconds,
  })
  it('is watched from its share on, but for its last second', () => {
    expect(isWatched([[0, 88.9]], video(0.9))).toBe(false)
    expect(isWatched([[0, 89]], video(0.9))).toBe(true)
    expect(isWatched([[0, 98.9]], video(1))).toBe(false)
    expect(isWatched([[0.2, 99.6]], video(1))).toBe(true)
  })

  it('is not watched by standing at its end, nor by seconds that it does not have', () => {
    expect(isWatched([[95, 100]], video(0.9))).toBe(false)
    expect(isWatched([[100, 1000]], video(0.9))).toBe(false)
  })

  it('is not watched by opening a clip of a second, unless its share is 0', () => {
    expect(isWatched([], video(0.9, 1))).toBe(false)
    expect(isWatched([], video(0))).toBe(true)
  })
})
