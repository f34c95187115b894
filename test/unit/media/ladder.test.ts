import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { SourceFacts } from '#contract/models/asset'
import { chooseRungs } from '#core/media/ladder'
import { sourceFacts } from '#test/support/asset'

const source = (width: number, height: number, frameRate = 30): SourceFacts =>
  sourceFacts({ width, height, frameRate })

const anySource = fc
  .record({
    width: fc.integer({ min: 2, max: 4096 }),
    height: fc.integer({ min: 2, max: 4096 }),
    frameRate: fc.double({ min: 1, max: 120, noNaN: true }),
  })
  .map(({ width, height, frameRate }) => source(width, height, frameRate))

const sizes = (facts: SourceFacts) =>
  chooseRungs(facts).map((rung) => `${rung.name} ${rung.width}x${rung.height}`)

describe('The ladder', () => {
  it('has all five rungs for 1080p, lowest first', () => {
    expect(sizes(source(1920, 1080))).toEqual([
      '240p 426x240',
      '360p 640x360',
      '480p 854x480',
      '720p 1280x720',
      '1080p 1920x1080',
    ])
  })

  it('goes by the shorter side, so a portrait video gets portrait rungs', () => {
    expect(sizes(source(720, 1280))).toEqual([
      '240p 240x426',
      '360p 360x640',
      '480p 480x854',
      '720p 720x1280',
    ])
  })

  it('gives a source below 240p one rung at its own size', () => {
    expect(sizes(source(321, 181))).toEqual(['240p 320x180'])
  })

  it('allows more bits above 30 frames a second', () => {
    const [slow] = chooseRungs(source(1920, 1080, 30))
    const [fast] = chooseRungs(source(1920, 1080, 60))
    expect(fast?.maxBitrate).toBeGreaterThan(slow?.maxBitrate ?? Number.NaN)
  })

  it('never scales up, whatever the source', () => {
    fc.assert(
      fc.property(anySource, (facts) => {
        for (const rung of chooseRungs(facts)) {
          expect(rung.width).toBeLessThanOrEqual(facts.width)
          expect(rung.height).toBeLessThanOrEqual(facts.height)
        }
      }),
    )
  })

  it('has even sides and keeps the aspect ratio to within the rounding', () => {
    fc.assert(
      fc.property(anySource, (facts) => {
        for (const rung of chooseRungs(facts)) {
          expect(rung.width % 2).toBe(0)
          expect(rung.height % 2).toBe(0)
          const scale = Math.min(
            1,
            Number.parseInt(rung.name, 10) / Math.min(facts.width, facts.height),
          )
          expect(Math.abs(rung.width - facts.width * scale)).toBeLessThanOrEqual(1)
          expect(Math.abs(rung.height - facts.height * scale)).toBeLessThanOrEqual(1)
        }
      }),
    )
  })

  it('is never empty, and rises in size and bits from the first rung on', () => {
    fc.assert(
      fc.property(anySource, (facts) => {
        const rungs = chooseRungs(facts)
        expect(rungs.length).toBeGreaterThan(0)
        expect(rungs[0]?.name).toBe('240p')
        for (const [index, rung] of rungs.entries()) {
          const next = rungs[index + 1]
          if (!next) continue
          expect(next.width).toBeGreaterThanOrEqual(rung.width)
          expect(next.height).toBeGreaterThanOrEqual(rung.height)
          expect(next.maxBitrate).toBeGreaterThan(rung.maxBitrate)
        }
      }),
    )
  })
})
