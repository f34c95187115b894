import { type RefObject, useLayoutEffect, useRef } from 'react'
import type { WatchedRanges } from '#contract/progress/progress'
import { unionOfRanges } from '#contract/progress/watched-ranges'

/** Where a video is, and what was played of it since it was loaded. Seconds. */
export interface PlayerReport {
  readonly position: number
  readonly duration: number
  readonly watched: WatchedRanges
  readonly ended: boolean
}

/** Who wants to know where the video is. */
export interface Reports {
  readonly tell: (at: PlayerReport) => void
  /** How often while it plays; asked for once. */
  readonly everySeconds: () => Promise<number>
}

/** Tells where the video is: every so many seconds of playing, and whenever it stops, jumps or the page hides. */
export function useReports(
  video: RefObject<HTMLVideoElement | null>,
  reports: Reports | undefined,
): void {
  const latest = useRef(reports)
  latest.current = reports
  const everySeconds = reports?.everySeconds
  // Ends before the picture leaves the page, which pauses it and lets its place be forgotten.
  useLayoutEffect(() => {
    if (video.current && everySeconds)
      return followVideo(video.current, (at) => latest.current?.tell(at), everySeconds)
  }, [video, everySeconds])
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
  everySeconds: Reports['everySeconds'],
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
