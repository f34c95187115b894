import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { PlaybackReport } from '#contract/videos/playback-report'
import { stubPage } from '#test/support/page'
import { createTelemetry } from '#web/player/telemetry/telemetry.ts'

/** As much of a video as the telemetry looks at. */
class FakeVideo extends EventTarget {
  seeking = false
  videoHeight = 0
  readyState = 0
  show() {
    this.frames.splice(0).forEach((frame) => {
      frame()
    })
  }
  requestVideoFrameCallback(frame: () => void) {
    return this.frames.push(frame)
  }
  private readonly frames: (() => void)[] = []
}

const watch = (sampled: boolean) => {
  const video = new FakeVideo()
  const reports: PlaybackReport[] = []
  const telemetry = createTelemetry(
    video,
    (report) => reports.push(PlaybackReport.parse(report)),
    sampled,
  )
  const tell = (name: string, after = 0) => {
    vi.advanceTimersByTime(after)
    video.dispatchEvent(new Event(name))
  }
  return { video, reports, telemetry, tell }
}

const error = (cause: string) => ({
  stream: 'hls',
  sampleRate: 1,
  events: [{ kind: 'error', cause }],
})

beforeEach(() => {
  vi.useFakeTimers()
  stubPage()
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

describe('what a view tells', () => {
  it('is its start, its stops, its changes of quality and how long it played, as the contract wants it', () => {
    const { video, reports, telemetry, tell } = watch(true)
    tell('play')
    tell('playing', 400)
    vi.advanceTimersByTime(50)
    video.show()
    video.videoHeight = 240
    tell('resize')
    video.videoHeight = 720
    tell('resize')
    tell('waiting', 5000)
    tell('playing', 700)
    tell('pause', 2000)
    telemetry.setKind('dash')
    telemetry.close()
    expect(reports).toEqual([
      {
        stream: 'dash',
        sampleRate: 0.2,
        events: [
          { kind: 'start', milliseconds: 450 },
          { kind: 'switch', fromHeight: 240, toHeight: 720 },
          { kind: 'rebuffer', milliseconds: 700 },
          { kind: 'played', seconds: 7.05 },
        ],
      },
    ])
  })

  it('is nothing where it is not in the sample, but for errors', () => {
    const { video, reports, telemetry, tell } = watch(false)
    tell('play')
    tell('playing', 400)
    video.show()
    telemetry.onProblem('media')
    telemetry.onTrouble('media')
    vi.advanceTimersByTime(60_000)
    expect(reports).toEqual([error('media')])
    telemetry.close()
    expect(reports).toHaveLength(1)
  })

  it('has no error that was got over, and one however often it failed', () => {
    const { reports, telemetry } = watch(false)
    telemetry.onProblem('forbidden')
    telemetry.onProblem('network')
    telemetry.onTrouble('waiting')
    telemetry.onTrouble(undefined)
    vi.advanceTimersByTime(60_000)
    expect(reports).toEqual([])
    for (let again = 0; again < 9; again += 1) {
      telemetry.onProblem('not-found')
      telemetry.onTrouble('preparing')
    }
    vi.advanceTimersByTime(60_000)
    expect(reports).toEqual([])
    telemetry.close()
    expect(reports).toEqual([error('not-found')])
  })

  it('is no failure where the learner leaves a video that could play on', () => {
    const { video, reports, telemetry } = watch(false)
    telemetry.onProblem('network')
    telemetry.onTrouble('waiting')
    video.readyState = 4
    telemetry.close()
    expect(reports).toEqual([])
  })

  it('counts no seek as a stop', () => {
    const { video, reports, telemetry, tell } = watch(true)
    tell('play')
    tell('playing')
    video.show()
    video.seeking = true
    tell('waiting', 1000)
    tell('playing', 500)
    telemetry.close()
    expect(reports[0]?.events.map((event) => event.kind)).toEqual(['start', 'played'])
  })
})
