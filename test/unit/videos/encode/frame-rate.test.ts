import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { outputFrameRate, toNumber } from '#core/videos/source/frame-rate'

const written = (mean: number) => {
  const { numerator, denominator } = outputFrameRate(mean)
  return denominator === 1 ? `${numerator}` : `${numerator}/${denominator}`
}

describe('The frame rate of an encode', () => {
  it.each([
    [24_000 / 1001, '24000/1001'],
    [23.976, '24000/1001'],
    [24, '24'],
    [25, '25'],
    [29.97, '30000/1001'],
    [30, '30'],
    [30.0001, '30'],
    [50, '50'],
    [59.94, '60000/1001'],
    [60, '60'],
  ])('of %d stays what it is', (mean, rate) => {
    expect(written(mean)).toBe(rate)
  })

  it('of a variable rate is the next usual one above its mean', () => {
    expect(written(27.31)).toBe('30000/1001')
    expect(written(13.4)).toBe('15')
  })

  it('above 60 keeps every second or third frame', () => {
    expect(written(120)).toBe('60')
    expect(written(119.88)).toBe('60000/1001')
    expect(written(90)).toBe('45')
    expect(written(240)).toBe('60')
    expect(written(144)).toBe('48')
  })

  it('of a slide show is 10, so that players see frames come', () => {
    expect(written(0.2)).toBe('10')
  })

  it('loses no frame up to 60 and never exceeds 60', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.01, max: 1000, noNaN: true }), (mean) => {
        const rate = toNumber(outputFrameRate(mean))
        expect(rate).toBeLessThanOrEqual(60)
        if (mean <= 60) expect(rate).toBeGreaterThanOrEqual(mean * 0.999)
        else expect(rate).toBeGreaterThanOrEqual(30)
      }),
    )
  })

  it('has a whole number of frames in two seconds, so that segments end where they should', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.01, max: 240, noNaN: true }), (mean) => {
        const frames = 2 * toNumber(outputFrameRate(mean))
        expect(Math.abs(frames - Math.round(frames))).toBeLessThan(0.13)
      }),
    )
  })
})
