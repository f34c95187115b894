import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { SourceFacts } from '#contract/videos/asset'
import { chooseRungs } from '#core/videos/encode/ladder'
import { sourceFacts } from '#test/support/asset'

const source = (width: number, height: number, frameRate = 30): SourceFacts =>
  sourceFacts({ width, height, frameRate })

const anySide = fc.integer({ min: 32, max: 8192 })
const anySource = fc
  .record({
    width: anySide,
    height: anySide,
    frameRate: fc.double({ min: 0.1, max: 240, noNaN: true }),
  })
  .map(({ width, height, frameRate }) => source(width, height, frameRate))

const sizes = (facts: SourceFacts) =>
  chooseRungs(facts).map((rung) => `${rung.name} ${rung.width}x${rung.height}`)

describe('The ladder', () => {
  it('has all five rungs for 1080p and for more, lowest first', () => {
    const five = [
      '240p 426x240',
      '360p 640x360',
      '480p 854x480',
      '720p 1280x720',
      '1080p 1920x1080',
    ]
    expect(sizes(source(1920, 1080))).toEqual(five)
    expect(sizes(source(3840, 2160))).toEqual(five)
  })

  it('goes by the shorter side, so a portrait video gets portrait rungs', () => {
    expect(sizes(source(720, 1280))).toEqual([
      '240p 240x426',
      '360p 360x640',
      '480p 480x854',
      '720p 720x1280',
    ])
  })

  it('keeps a square square, with fewer bits for its fewer pixels', () => {
    expect(sizes(source(480, 480))).toEqual(['240p 240x240', '360p 360x360', '480p 480x480'])
    const [square] = chooseRungs(source(480, 480))
    const [wide] = chooseRungs(source(854, 480))
    expect(square?.maxBitrate).toBeLessThan(wide?.maxBitrate ?? Number.NaN)
  })

  it('gives a source below 240p one rung at its own size', () => {
    expect(sizes(source(321, 181))).toEqual(['240p 320x180'])
  })

  it('ends with the source itself when that lies well between two steps', () => {
    expect(sizes(source(1680, 1050)).at(-1)).toBe('1080p 1680x1050')
    expect(sizes(source(1600, 900)).at(-1)).toBe('1080p 1600x900')
    expect(sizes(source(960, 540)).at(-1)).toBe('480p 854x480')
  })

  it('keeps a panorama within the longest side that decoders take', () => {
    expect(sizes(source(7680, 1080))).toEqual([
      '240p 1706x240',
      '360p 2560x360',
      '480p 3414x480',
      '720p 4096x576',
    ])
    expect(sizes(source(8192, 200))).toEqual(['240p 4096x100'])
  })

  it('allows more bits above 30 frames a second, and no more for a variable rate below', () => {
    const bits = (frameRate: number) =>
      chooseRungs(source(1920, 1080, frameRate)).at(-1)?.maxBitrate
    expect(bits(60)).toBe((bits(30) ?? Number.NaN) * 1.5)
    expect(bits(29.1)).toBe(bits(30))
  })

  it('never scales up, and never leaves what the transcoder and decoders take', () => {
    fc.assert(
      fc.property(anySource, (facts) => {
        for (const rung of chooseRungs(facts)) {
          expect(rung.width).toBeLessThanOrEqual(facts.width)
          expect(rung.height).toBeLessThanOrEqual(facts.height)
          expect(Math.min(rung.width, rung.height)).toBeGreaterThanOrEqual(32)
          expect(Math.max(rung.width, rung.height)).toBeLessThanOrEqual(4096)
        }
      }),
    )
  })

  it('has even sides and keeps the aspect ratio to within the rounding', () => {
    fc.assert(
      fc.property(anySource, (facts) => {
        const aspect = facts.width / facts.height
        fc.pre(Math.max(aspect, 1 / aspect) <= 128)
        for (const rung of chooseRungs(facts)) {
          expect(rung.width % 2).toBe(0)
          expect(rung.height % 2).toBe(0)
          // Each side is off by 1 at most; an odd source loses its last line.
          const scale = Math.max(rung.width / facts.width, rung.height / facts.height)
          expect(Math.abs(rung.width - facts.width * scale)).toBeLessThanOrEqual(
            1 + Math.max(1, aspect),
          )
          expect(Math.abs(rung.height - facts.height * scale)).toBeLessThanOrEqual(
            1 + Math.max(1, 1 / aspect),
          )
        }
      }),
    )
  })

  it('is never empty, and rises in size and bits from 240p on, each name once', () => {
    fc.assert(
      fc.property(anySource, (facts) => {
        const rungs = chooseRungs(facts)
        expect(rungs[0]?.name).toBe('240p')
        expect(new Set(rungs.map(({ name }) => name)).size).toBe(rungs.length)
        for (const [index, rung] of rungs.entries()) {
          const next = rungs[index + 1]
          if (!next) continue
          expect(next.width).toBeGreaterThanOrEqual(rung.width)
          expect(next.height).toBeGreaterThanOrEqual(rung.height)
          expect(next.width * next.height).toBeGreaterThan(rung.width * rung.height)
          expect(next.maxBitrate).toBeGreaterThan(rung.maxBitrate)
        }
      }),
      { numRuns: 500 },
    )
  })
})
