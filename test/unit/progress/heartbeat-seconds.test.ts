import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { stubPage } from '#test/support/page'

let page: EventTarget
beforeEach(() => {
  vi.useFakeTimers()
  vi.resetModules()
  page = stubPage()
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

/** A video that plays from its start, followed at the pace that the site tells. */
async function play(site: Response | Error) {
  vi.stubGlobal(
    'fetch',
    vi.fn(async () => {
      if (site instanceof Error) throw site
      return site
    }),
  )
  const { followVideo } = await import('#web/player/state/use-reports.ts')
  const { heartbeatSeconds } = await import('#web/progress/heartbeat-seconds.ts')
  const told: number[] = []
  const video = Object.assign(new EventTarget(), {
    currentTime: 0,
    duration: 3600,
    ended: false,
    played: { length: 1, start: () => 0, end: () => video.currentTime },
  })
  const stop = followVideo(video, (at) => told.push(at.position), heartbeatSeconds)
  video.dispatchEvent(new Event('playing'))
  const playOn = async (seconds: number) => {
    for (let second = 0; second < seconds; second += 1) {
      await vi.advanceTimersByTimeAsync(999)
      video.currentTime += 1
      await vi.advanceTimersByTimeAsync(1)
    }
  }
  return { video, told, stop, playOn }
}

const config = (heartbeatSeconds: number) => Response.json({ progress: { heartbeatSeconds } })

describe('progress.heartbeatSeconds', () => {
  it.each([5, 30])('is how often a playing video says where it is: every %i s', async (seconds) => {
    const { told, playOn } = await play(config(seconds))
    await playOn(60)
    expect(told).toEqual(Array.from({ length: 60 / seconds }, (_, at) => (at + 1) * seconds))
  })

  it('takes nothing from what stops it: a pause, a jump, its end, hiding and leaving tell at once', async () => {
    const { video, told, stop, playOn } = await play(config(50))
    for (const end of ['pause', 'seeked', 'ended']) {
      await playOn(3)
      video.dispatchEvent(new Event(end))
    }
    expect(told).toEqual([3, 6, 9])
    await playOn(3)
    Object.assign(document, { visibilityState: 'hidden' })
    document.dispatchEvent(new Event('visibilitychange'))
    await playOn(3)
    page.dispatchEvent(new Event('pagehide'))
    await playOn(3)
    stop()
    expect(told).toEqual([3, 6, 9, 12, 15, 18])
  })

  it('is not waited for by what stops a video, nor needed by it', async () => {
    const warned = vi.spyOn(console, 'warn').mockImplementation(() => undefined)
    const { video, told, playOn } = await play(new TypeError('Failed to fetch'))
    await playOn(100)
    video.dispatchEvent(new Event('pause'))
    expect(told).toEqual([100])
    expect(warned).toHaveBeenCalledOnce()
    warned.mockRestore()
  })

  it('begins no clock for a video that was left before it was known', async () => {
    const { told, stop, playOn } = await play(config(5))
    stop()
    await playOn(20)
    expect(told).toEqual([0])
  })
})
