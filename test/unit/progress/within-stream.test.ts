import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { unionOfRanges } from '#contract/progress/watched-ranges'
import {
  beginningWithin,
  placeWithin,
  rangesWithin,
  resumeAt,
  startWithin,
} from '#contract/progress/within-stream'

const second = fc.double({ min: 0, max: 86_400, noNaN: true })
const length = fc.double({ min: 0.1, max: 86_400, noNaN: true })
const anyRanges = fc.array(fc.tuple(second, second), { maxLength: 50 })
const UNKNOWN = [0, Number.NaN, Number.POSITIVE_INFINITY]

describe('what was noted of a video that was replaced', () => {
  it('starts before the end, at the kept place or at the beginning', () => {
    fc.assert(
      fc.property(second, length, (place, end) => {
        const at = resumeAt(place, end)
        expect([0, place]).toContain(at)
        expect(at).toBeLessThan(end)
      }),
    )
    expect(resumeAt(42, 100)).toBe(42)
    expect(resumeAt(98, 100)).toBe(0)
    expect(resumeAt(20, 8)).toBe(0)
  })

  it('starts at its beginning where it does not have the place, and else at the place', () => {
    expect([20, 8, 7.4, 0].map((place) => startWithin(place, 8))).toEqual([0, 0, 7.4, 0])
  })

  it('lies in it, and comes to the same before and after ranges are joined', () => {
    fc.assert(
      fc.property(anyRanges, anyRanges, length, (a, b, end) => {
        const stored = unionOfRanges(rangesWithin(a, end))
        const both = unionOfRanges(rangesWithin([...stored, ...b], end))
        expect(both).toEqual(unionOfRanges(rangesWithin([...a, ...b], end)))
        for (const [, to] of both) expect(to).toBeLessThanOrEqual(end)
        expect(placeWithin(end + 1, end)).toBe(end)
      }),
    )
  })

  it('is a chapter, a caption or a sprite only if it begins before the end', () => {
    expect(beginningWithin([0, 7.9, 8, 12], (at) => at, 8)).toEqual([0, 7.9])
  })

  it('is left as it is while nobody knows the length', () => {
    for (const end of UNKNOWN) {
      expect(placeWithin(20, end)).toBe(20)
      expect(rangesWithin([[3, 20]], end)).toEqual([[3, 20]])
      expect(beginningWithin([20], (at) => at, end)).toEqual([20])
      expect(resumeAt(20, end)).toBe(20)
      expect(startWithin(20, end)).toBe(20)
    }
  })
})
