import { describe, expect, it } from 'vitest'
import { estimateCost } from '#core/media/estimate-cost'
import { chooseRungs } from '#core/media/ladder'
import { sourceFacts } from '#test/support/asset'

const hour = sourceFacts({ durationSeconds: 3600, width: 1920, height: 1080 })

describe('The estimate of the cost', () => {
  it('is $3.15 for an hour of 1080p: three SD and two HD outputs', () => {
    expect(estimateCost(hour, chooseRungs(hour))).toBe(3.15)
  })

  it('doubles above 30 frames a second', () => {
    expect(estimateCost({ ...hour, frameRate: 60 }, chooseRungs(hour))).toBe(6.3)
  })

  it('goes by the frame rate of the encode, not of the source', () => {
    expect(estimateCost({ ...hour, frameRate: 120 }, chooseRungs(hour))).toBe(6.3)
    expect(estimateCost({ ...hour, frameRate: 27.4 }, chooseRungs(hour))).toBe(3.15)
  })

  it('counts 10 seconds at least', () => {
    const clip = { ...hour, durationSeconds: 2 }
    expect(estimateCost(clip, chooseRungs(clip))).toBeCloseTo(3.15 / 360, 3)
  })

  it('goes by the shorter side, so portrait costs the same', () => {
    const portrait = { ...hour, width: 1080, height: 1920 }
    expect(estimateCost(portrait, chooseRungs(portrait))).toBe(3.15)
  })
})
