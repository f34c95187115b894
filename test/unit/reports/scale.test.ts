import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ticksOf } from '#web/reports/charts/scale.ts'

describe('the ticks of an axis', () => {
  it.each([
    [0, [0, 1]],
    [1, [0, 1]],
    [3, [0, 1, 2, 3]],
    [7, [0, 2, 4, 6, 8]],
    [12, [0, 5, 10, 15]],
    [312, [0, 100, 200, 300, 400]],
  ])('count people by whole, round steps: %i', (most, ticks) => {
    expect(ticksOf(most, 'count')).toEqual(ticks)
  })

  it.each([
    [0, [0, 60]],
    [200, [0, 60, 120, 180, 240]],
    [3000, [0, 900, 1800, 2700, 3600]],
    [30_000, [0, 18_000, 36_000]],
  ])('count time as a clock does: %i seconds', (most, ticks) => {
    expect(ticksOf(most, 'seconds')).toEqual(ticks)
  })

  it.each([
    ['milliseconds', 500, [0, 200, 400, 600]],
    ['milliseconds', 2300, [0, 1000, 2000, 3000]],
    ['percent', 0.1, [0, 0.05, 0.1]],
    ['percent', 0.31, [0, 0.1, 0.2, 0.3, 0.4]],
  ] as const)('measure %s by round steps: %f', (unit, most, ticks) => {
    expect(ticksOf(most, unit)).toEqual(ticks)
  })

  it('reach what there is, in one to four steps, whatever it is', () => {
    const units = fc.constantFrom('count' as const, 'seconds' as const)
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e9 }), units, (most, unit) => {
        const ticks = ticksOf(most, unit)
        expect(ticks.at(-1)).toBeGreaterThanOrEqual(most)
        expect(ticks.length).toBeGreaterThanOrEqual(2)
        expect(ticks.length).toBeLessThanOrEqual(5)
      }),
    )
  })

  it('of a share go to the whole', () => {
    expect(ticksOf(0.2, 'share')).toEqual([0, 0.25, 0.5, 0.75, 1])
  })
})
