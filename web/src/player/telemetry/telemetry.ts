import type { PlaybackEvent, PlaybackReport } from '#contract/videos/playback-report'
import type { Trouble } from '#web/player/stream/recovery.ts'
import type { Stream, StreamCause } from '#web/player/stream/stream.ts'

/** Of every five views one reports. Errors are rare and dear: every view reports those. */
const SAMPLE_RATE = 0.2
const FLUSH_MS = 60_000
/** As many as a report may hold. */
const MOST = 100
/** Of `HTMLMediaElement`: it can play on for now. */
const HAVE_FUTURE_DATA = 3
/** What the player does not get over by itself. */
const FINAL: readonly Trouble[] = ['forbidden', 'media', 'unsupported']

export type Send = (report: PlaybackReport) => void

/** As much of a video as is watched. */
type Watched = EventTarget &
  Pick<HTMLVideoElement, 'seeking' | 'videoHeight' | 'readyState'> & {
    requestVideoFrameCallback?(frame: () => void): number
  }

/** Watches how one view plays, and sends numbers alone: nothing of who watches, nor what. */
export function createTelemetry(video: Watched, send: Send, sampled = Math.random() < SAMPLE_RATE) {
  let kind: Stream['kind'] = 'hls'
  let events: PlaybackEvent[] = []
  let errors: PlaybackEvent[] = []
  let wishedAt: number | undefined
  let started = false
  let waitingSince: number | undefined
  let playingSince: number | undefined
  let playedMs = 0
  let height = 0
  /** What stands between the learner and the video now, and whether this view was counted as failed. */
  let cause: StreamCause = 'network'
  let trouble: Trouble | undefined
  let failed = false
  const note = (event: PlaybackEvent) => {
    if (sampled && events.length < MOST - 1) events.push(event)
  }
  const stopClock = () => {
    if (playingSince !== undefined) playedMs += performance.now() - playingSince
    playingSince = undefined
  }
  const onPlay = () => {
    wishedAt ??= performance.now()
  }
  const onFrame = () => {
    if (started) return
    started = true
    note({
      kind: 'start',
      milliseconds: within(performance.now() - (wishedAt ?? performance.now())),
    })
  }
  const onPlaying = () => {
    playingSince ??= performance.now()
    if (waitingSince !== undefined)
      note({ kind: 'rebuffer', milliseconds: within(performance.now() - waitingSince) })
    waitingSince = undefined
    if (started) return
    if (video.requestVideoFrameCallback) video.requestVideoFrameCallback(onFrame)
    else onFrame()
  }
  const onWaiting = () => {
    stopClock()
    if (started && !video.seeking) waitingSince ??= performance.now()
  }
  const onStop = () => {
    stopClock()
    waitingSince = undefined
  }
  const onResize = () => {
    const now = video.videoHeight
    if (height && now && now !== height) note({ kind: 'switch', fromHeight: height, toHeight: now })
    height = now || height
  }
  const fail = () => {
    if (!failed) errors.push({ kind: 'error', cause })
    failed = true
  }
  const flush = () => {
    const going = playingSince !== undefined
    stopClock()
    if (going) playingSince = performance.now()
    if (playedMs >= 1) note({ kind: 'played', seconds: Math.min(86_400, playedMs / 1000) })
    playedMs = 0
    if (events.length > 0) send({ stream: kind, sampleRate: SAMPLE_RATE, events })
    if (errors.length > 0) send({ stream: kind, sampleRate: 1, events: errors })
    events = []
    errors = []
  }
  const leave = () => {
    if (trouble && video.readyState < HAVE_FUTURE_DATA) fail()
    flush()
  }
  const onHide = () => document.visibilityState === 'hidden' && flush()
  const listeners = {
    play: onPlay,
    playing: onPlaying,
    waiting: onWaiting,
    pause: onStop,
    ended: onStop,
    resize: onResize,
  }
  for (const [name, listener] of Object.entries(listeners)) video.addEventListener(name, listener)
  addEventListener('pagehide', leave)
  document.addEventListener('visibilitychange', onHide)
  const timer = setInterval(flush, FLUSH_MS)
  return {
    setKind: (opened: Stream['kind']) => {
      kind = opened
    },
    onProblem: (problem: StreamCause) => {
      cause = problem
    },
    /** A view fails once: where the player gives up, or where the learner leaves while it is not got over. */
    onTrouble: (shown: Trouble | undefined) => {
      trouble = shown
      if (shown && FINAL.includes(shown)) fail()
    },
    close: () => {
      leave()
      clearInterval(timer)
      for (const [name, listener] of Object.entries(listeners))
        video.removeEventListener(name, listener)
      removeEventListener('pagehide', leave)
      document.removeEventListener('visibilitychange', onHide)
    },
  }
}
export type Telemetry = ReturnType<typeof createTelemetry>

const within = (milliseconds: number) => Math.max(0, Math.min(600_000, Math.round(milliseconds)))
