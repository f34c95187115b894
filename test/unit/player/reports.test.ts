import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { stubPage } from '#test/support/page'
import { followVideo, type PlayerReport } from '#web/player/state/use-reports.ts'

class FakeVideo extends EventTarget {
  currentTime = 0
  duration = 100
  ended = false
  readonly played = { length: 1, start: () => 0, end: () => this.currentTime }
  playTo(seconds: number) {
    this.dispatchEvent(new Event('playing'))
    this.currentTime = seconds
  }
}

let page: EventTarget
const follow = () => {
  const video = new FakeVideo()
  const reports: PlayerReport[] = []
  const stop = followVideo(
    video,
    (at) => reports.push(at),
    async () => 10,
  )
  return { video, stop, positions: () => reports.map(({ position }) => position) }
}

beforeEach(() => {
  vi.useFakeTimers()
  page = stubPage()
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

describe('what a page tells of its video', () => {
  it('is nothing before it plays, and then where it is, every ten seconds', async () => {
    const { video, positions } = follow()
    await vi.advanceTimersByTimeAsync(30_000)
    expect(positions()).toEqual([])
    video.playTo(10)
    vi.advanceTimersByTime(10_000)
    video.playTo(20)
    vi.advanceTimersByTime(10_000)
    expect(positions()).toEqual([10, 20])
  })

  it('is not told again when a page whose video rests is put away: another device may be further', () => {
    const { video, stop, positions } = follow()
    video.playTo(10)
    video.dispatchEvent(new Event('pause'))
    vi.advanceTimersByTime(60_000)
    page.dispatchEvent(new Event('pagehide'))
    stop()
    expect(positions()).toEqual([10])
  })

  it('is told at the last moment where the page is left while it plays', () => {
    const { video, stop, positions } = follow()
    video.playTo(7)
    page.dispatchEvent(new Event('pagehide'))
    video.playTo(8)
    stop()
    vi.advanceTimersByTime(60_000)
    expect(positions()).toEqual([7, 8])
  })
})
