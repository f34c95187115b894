import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { openNative } from '#web/player/stream/native-stream.ts'

/** A video element as far as a native stream uses one: a new source takes its position away. */
class FakeVideo extends EventTarget {
  readyState = 0
  currentTime = 0
  duration = 3600
  paused = false
  error = null
  loads = 0
  canPlayType = () => 'maybe'
  play = async () => {}
  load() {}
  removeAttribute() {}
  set src(_: string) {
    this.loads += 1
    this.readyState = 0
    this.currentTime = 0
  }
  arrive() {
    this.readyState = 1
    this.dispatchEvent(new Event('loadedmetadata'))
  }
  playTo(seconds: number) {
    this.currentTime = seconds
    this.dispatchEvent(new Event('timeupdate'))
  }
}

const open = async (startAt: number) => {
  const video = new FakeVideo()
  const problems: string[] = []
  const stream = await openNative(
    video as unknown as HTMLVideoElement,
    { hlsUrl: '/v.m3u8', dashUrl: '/v.mpd', startAt, bandwidth: undefined },
    { onState: () => {}, onBandwidth: () => {}, onProblem: (cause) => problems.push(cause) },
  )
  return { video, stream, problems }
}

beforeEach(() => {
  vi.stubGlobal('MediaError', { MEDIA_ERR_DECODE: 3 })
  vi.stubGlobal('fetch', async () => Promise.reject(new TypeError('offline')))
})
afterEach(() => vi.unstubAllGlobals())

describe('a native stream', () => {
  it('begins where the learner was', async () => {
    const { video } = await open(600)
    video.arrive()
    expect(video.currentTime).toBe(600)
  })

  it('begins at the beginning of a video that is shorter by now', async () => {
    const { video } = await open(600)
    video.duration = 8
    video.arrive()
    expect(video.currentTime).toBe(0)
  })

  it('goes on where it was, however often it could not be loaded meanwhile', async () => {
    const { video, stream, problems } = await open(600)
    video.arrive()
    video.playTo(1800)
    for (let failures = 0; failures < 3; failures += 1) {
      video.dispatchEvent(new Event('error'))
      await expect.poll(() => problems.length).toBe(failures + 1)
      stream.goOn()
    }
    video.dispatchEvent(new Event('timeupdate'))
    video.arrive()
    expect(video.currentTime).toBe(1800)
    expect(video.loads).toBe(4)
  })
})
