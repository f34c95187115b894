import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Agenda } from '#load/simulation/engine/agenda'
import { HISTOGRAM_ERROR, Histogram } from '#load/simulation/engine/histogram'
import { Popularity } from '#load/simulation/engine/popularity'
import { Rng } from '#load/simulation/engine/rng'
import { TokenBucket } from '#load/simulation/engine/token-bucket'

describe('chance', () => {
  it('is xoshiro128++, as its authors publish it', () => {
    const rng = Rng.fromState([1, 2, 3, 4])
    expect(Array.from({ length: 6 }, () => rng.bits())).toEqual([
      641, 1_573_767, 3_222_811_527, 3_517_856_514, 836_907_274, 4_247_214_768,
    ])
  })

  it('is the same for the same seed and stream, and another for any other', () => {
    const first = (seed: number, stream: number) => {
      const rng = new Rng(seed, stream)
      return Array.from({ length: 4 }, () => rng.bits()).join()
    }
    expect(first(1, 0)).toBe(first(1, 0))
    const all = [1, 2, 3].flatMap((seed) => [0, 1, 2].map((stream) => first(seed, stream)))
    expect(new Set(all).size).toBe(9)
  })

  it('has the means and deviations that its distributions have', () => {
    const rng = new Rng(7)
    const count = 200_000
    const moments = (draw: () => number) => {
      const all = Float64Array.from({ length: count }, draw)
      const mean = all.reduce((sum, one) => sum + one, 0) / count
      return [mean, Math.sqrt(all.reduce((sum, one) => sum + (one - mean) ** 2, 0) / count)]
    }
    const far = 5 / Math.sqrt(count)
    const hasMoments = (draw: () => number, mean: number, deviation: number) => {
      const [seenMean = 0, seenDeviation = 0] = moments(draw)
      expect(Math.abs(seenMean - mean)).toBeLessThan(far * deviation)
      expect(Math.abs(seenDeviation / deviation - 1)).toBeLessThan(2 * far)
    }
    hasMoments(() => rng.uniform(), 0.5, Math.sqrt(1 / 12))
    hasMoments(() => rng.exponential(3), 3, 3)
    hasMoments(() => rng.normal(), 0, 1)
  })
})

it('takes what is to happen in the order of time, whatever the order it was told in', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(5_000), { maxLength: 3_000 }), (times) => {
      const agenda = new Agenda()
      times.forEach((time, at) => {
        agenda.add(time, at % 16, at)
      })
      const taken: { time: number; kind: number; subject: number }[] = []
      while (agenda.next())
        taken.push({ time: agenda.time, kind: agenda.kind, subject: agenda.subject })
      expect(taken.map(({ time }) => time)).toEqual(times.toSorted((a, b) => a - b))
      for (const { time, kind, subject } of taken)
        expect([time, kind]).toEqual([times[subject], subject % 16])
    }),
  )
})

it('tells a percentile within the error that it states', () => {
  const length = fc.double({ min: 0.02, max: 3_000_000, noNaN: true })
  fc.assert(
    fc.property(
      fc.array(length, { minLength: 1, maxLength: 300 }),
      fc.integer({ min: 1, max: 100 }),
      (all, percent) => {
        const histogram = new Histogram()
        for (const one of all) histogram.add(one)
        const sorted = all.toSorted((a, b) => a - b)
        const exact = sorted[Math.ceil((all.length * percent) / 100) - 1] ?? Number.NaN
        const share = histogram.percentile(percent) / exact
        expect(Math.abs(Math.log(share))).toBeLessThanOrEqual(Math.log1p(HISTOGRAM_ERROR) + 1e-9)
      },
    ),
  )
  expect(HISTOGRAM_ERROR).toBeLessThan(0.02)
})

it('lets through what the rate brings and what a pause has saved, and no more', () => {
  const bucket = new TokenBucket(10, 5)
  const through = (now: number, tries: number) =>
    Array.from({ length: tries }, () => bucket.take(now)).filter(Boolean).length
  expect(through(0, 20)).toBe(5)
  expect(through(0.2, 20)).toBe(2)
  expect(through(100, 20)).toBe(5)
})

it('draws the n-th in favour a n-th as often as the first', () => {
  const rng = new Rng(3)
  const favour = new Popularity(50)
  const drawn = new Float64Array(50)
  const count = 400_000
  for (let times = 0; times < count; times++) {
    const at = favour.draw(rng)
    drawn[at] = (drawn[at] ?? 0) + 1
  }
  const harmonic = Array.from({ length: 50 }, (_, at) => 1 / (at + 1)).reduce((a, b) => a + b, 0)
  drawn.forEach((times, at) => {
    const share = 1 / ((at + 1) * harmonic)
    expect(Math.abs(times / count - share)).toBeLessThan(5 * Math.sqrt(share / count))
  })
})
