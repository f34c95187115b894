import { describe, expect, it } from 'vitest'
import { type EncodingPrice, sdMinuteUsdIn } from '#core/videos/encode/encoding-price'
import { estimateCost } from '#core/videos/encode/estimate-cost'
import { chooseRungs } from '#core/videos/encode/ladder'
import { PRICE, sourceFacts } from '#test/support/asset'

const hour = sourceFacts({ durationSeconds: 3600, width: 1920, height: 1080 })

const estimate = (facts: Partial<typeof hour> = {}, price: Partial<EncodingPrice> = {}) => {
  const source = { ...hour, ...facts }
  return estimateCost(source, chooseRungs(source), { ...PRICE, ...price })
}
/** Without the poster's fraction of a cent. */
const renditions = (...given: Parameters<typeof estimate>) =>
  estimate(...given)
    .parts.filter(({ kind }) => kind !== 'poster')
    .reduce((sum, { costUsd }) => sum + costUsd, 0)

describe('The estimate of the cost', () => {
  it('is $3.15 for an hour of 1080p, three SD and two HD outputs, and a fraction of a cent for the poster', () => {
    expect(estimate()).toEqual({
      totalUsd: 3.1525,
      tier: 'basic',
      parts: [
        { kind: 'sd', outputs: 3, costUsd: 1.35 },
        { kind: 'hd', outputs: 2, costUsd: 1.8 },
        { kind: 'poster', outputs: 1, costUsd: 0.0025 },
      ],
    })
  })

  it('is the sum of its parts', () => {
    const { totalUsd, parts } = estimate({ interlaced: true }, { normaliseLoudness: true })
    expect(totalUsd).toBeCloseTo(
      parts.reduce((sum, { costUsd }) => sum + costUsd, 0),
      4,
    )
  })

  it('doubles above 30 frames a second', () => {
    expect(renditions({ frameRate: 60 })).toBeCloseTo(6.3, 4)
  })

  it('goes by the frame rate of the encode, not of the source', () => {
    expect(renditions({ frameRate: 120 })).toBeCloseTo(6.3, 4)
    expect(renditions({ frameRate: 27.4 })).toBeCloseTo(3.15, 4)
  })

  it('counts 10 seconds at least', () => {
    expect(renditions({ durationSeconds: 2 })).toBeCloseTo(3.15 / 360, 3)
  })

  it('goes by lines, so that portrait counts higher than its landscape', () => {
    expect(estimate({ width: 1080, height: 1920 }).parts.slice(0, 3)).toEqual([
      { kind: 'sd', outputs: 2, costUsd: 0.9 },
      { kind: 'hd', outputs: 1, costUsd: 0.9 },
      { kind: 'uhd', outputs: 2, costUsd: 3.6 },
    ])
  })

  it.each([
    ['fields become frames', { interlaced: true }],
    ['colours are converted', { webColour: false }],
  ])('is that of the Professional tier where %s, and of no other video', (_what, facts) => {
    expect(estimate(facts).tier).toBe('professional')
    expect(renditions(facts)).toBeCloseTo(3.15 * 1.6, 4)
  })

  it('has a part for an even loudness where the settings want it, by sound track', () => {
    const price = { normaliseLoudness: true }
    expect(estimate({}, price).parts.at(-1)).toEqual({
      kind: 'loudness',
      outputs: 1,
      costUsd: 0.1224,
    })
    expect(estimate({ audio: [] }, price)).toEqual(estimate({ audio: [] }))
  })

  it('goes by the region, and by what the settings say of it', () => {
    expect(sdMinuteUsdIn('us-east-1')).toBe(0.0075)
    expect(sdMinuteUsdIn('ap-northeast-2')).toBe(0.0085)
    expect(sdMinuteUsdIn('eu-central-1')).toBeGreaterThanOrEqual(0.0085)
    expect(renditions({}, { sdMinuteUsd: 0.01 })).toBeCloseTo(4.2, 4)
  })
})
