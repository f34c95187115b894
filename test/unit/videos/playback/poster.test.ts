import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { posterCapture } from '#adapters/transcoder/poster'
import { contentKeys } from '#contract/courses/content'
import { type LiveAsset, publishPlayback } from '#core/videos/playback/publish-playback'
import { assetOf, sourceFacts } from '#test/support/asset'
import { COURSE_ID, contentFiles } from '#test/unit/videos/pipeline-doubles'

const secondsOf = (durationSeconds: number) => {
  const { FramerateNumerator, FramerateDenominator } = posterCapture(durationSeconds)
  return FramerateDenominator / FramerateNumerator
}

describe('The capture for the poster', () => {
  it.each([
    ['a clip of two seconds', 2, 0.2],
    ['a minute', 60, 6],
    ['a lecture', 3600, 10],
    ['three hours', 10_800, 10],
    ['a blink', 0.3, 0.1],
  ])('of %s is a tenth on, and ten seconds at most', (_what, duration, seconds) => {
    expect(secondsOf(duration)).toBe(seconds)
  })

  it('lies within the video, but for one of a frame or two', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.11, max: 86_400, noNaN: true }), (duration) => {
        expect(secondsOf(duration)).toBeGreaterThanOrEqual(0.1)
        expect(secondsOf(duration)).toBeLessThan(duration)
      }),
    )
  })
})

describe('The poster', () => {
  const published = async (missing: readonly number[]) => {
    const { files, written, missing: gone } = contentFiles()
    const source = sourceFacts()
    const asset = assetOf({ courseId: COURSE_ID, source, version: 3, liveVersion: 3 })
    const live: LiveAsset = { ...asset, courseId: COURSE_ID, liveVersion: 3 }
    const keyOf = (capture: number) => contentKeys.posterCapture(COURSE_ID, asset.id, 3, capture)
    for (const capture of missing) gone.add(keyOf(capture))
    await publishPlayback({ files, events: { published: async () => {} } }, live)
    return { poster: written.get(contentKeys.poster(COURSE_ID, asset.id)), keyOf }
  }

  it('is the later capture, under the name that MediaConvert gives it', async () => {
    const { poster, keyOf } = await published([])
    expect(poster).toBe(`copy of ${keyOf(1)}`)
    expect(keyOf(1)).toMatch(/\/v3\/poster\.0000001\.jpg$/)
  })

  it('is the first frame where there is no later one', async () => {
    const { poster, keyOf } = await published([1])
    expect(poster).toBe(`copy of ${keyOf(0)}`)
  })

  it('is missed aloud where there is none at all', async () => {
    await expect(published([0, 1])).rejects.toThrow('left no picture for the poster')
  })
})
