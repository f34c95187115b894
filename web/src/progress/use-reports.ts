import { type RefObject, useLayoutEffect, useRef } from 'react'
import type { WatchedRanges } from '#contract/progress/progress'
import { unionOfRanges } from '#contract/progress/watched-ranges'
import { siteConfig } from '#web/people/site-config.ts'

/** Where a video is, and what was played of it since it was loaded. Seconds. */
export interface PlayerReport {
  readonly position: number
  readonly duration: number
  readonly watched: WatchedRanges
  readonly ended: boolean
}

/** Tells where the video is: every `heartbeatSeconds` of playing, and whenever it stops, jumps or the page hides. */
export function useReports(
  video: RefObject<HTMLVideoElement | null>,
  report: (at: PlayerReport) => void,
) {
  const latest = useRef(report)
  latest.current = report
  // Ends before the picture leaves the page, which pauses it and lets its place be forgotten.
  useLayoutEffect(() => {
    if (video.current) return followVideo(video.current, (at) => latest.current(at))
  }, [video])
}

/** As much of a video as is followed. */
type Followed = EventTarget &
  Pick<HTMLVideoElement, 'currentTime' | 'duration' | 'ended'> & { readonly played: Played }
type Played = Pick<TimeRanges, 'length' | 'start' | 'end'>

/**
 * Reports what is new, until it is stopped: at every stop, and every so many seconds once they are known.
 * What was told already is not told again: a page that is put away while its video rests must not take
 * the place of a later position from another device.
 */
export function followVideo(
  element: Followed,
  report: (at: PlayerReport) => void,
  everySeconds = async () => (await siteConfig()).progress.heartbeatSeconds,
): () => void {
  let begun = false
  let told = ''
  const tell = () => {
    if (!begun || !Number.isFinite(element.duration)) return
    const at = {
      position: element.currentTime,
      duration: element.duration,
      watched: rangesOf(element.played),
      ended: element.ended,
    }
    const text = JSON.stringify(at)
    if (text === told) return
    told = text
    report(at)
  }
  const begin = () => {
    begun = true
  }
  const hide = () => document.visibilityState === 'hidden' && tell()
  let timer: ReturnType<typeof setInterval> | undefined
  let stopped = false
  everySeconds().then(
    (seconds) => {
      if (!stopped) timer = setInterval(tell, seconds * 1000)
    },
    (error: unknown) => console.warn('Only the stops of this video are told', error),
  )
  const stops = ['pause', 'seeked', 'ended'] as const
  element.addEventListener('playing', begin)
  for (const stop of stops) element.addEventListener(stop, tell)
  addEventListener('pagehide', tell)
  document.addEventListener('visibilitychange', hide)
  return () => {
    tell()
    stopped = true
    clearInterval(timer)
    element.removeEventListener('playing', begin)
    for (const stop of stops) element.removeEventListener(stop, tell)
    removeEventListener('pagehide', tell)
    document.removeEventListener('visibilitychange', hide)
  }
}

/** What the browser played, to hundredths of a second, so that a report stays short. */
export const rangesOf = (played: Played): WatchedRanges =>
  unionOfRanges(
    Array.from({ length: played.length }, (_, at): [number, number] => [
      toHundredths(played.start(at)),
      toHundredths(played.end(at)),
    ]),
  )

const toHundredths = (seconds: number) => Math.round(Math.max(0, seconds) * 100) / 100
