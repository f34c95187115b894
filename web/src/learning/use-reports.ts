import { type RefObject, useEffect, useRef } from 'react'
import type { WatchedRanges } from '#contract/models/learning'
import { unionOfRanges } from '#contract/watched-ranges'

const EVERY_MS = 10_000

/** Where a video is, and what was played of it since it was loaded. Seconds. */
export interface PlayerReport {
  readonly position: number
  readonly duration: number
  readonly watched: WatchedRanges
  readonly ended: boolean
}

/** Tells where the video is: every 10 s of playing, and whenever it stops, jumps or the page hides. */
export function useReports(
  video: RefObject<HTMLVideoElement | null>,
  report: (at: PlayerReport) => void,
) {
  const latest = useRef(report)
  latest.current = report
  useEffect(() => {
    const element = video.current
    if (!element) return
    let begun = false
    const tell = () => {
      if (!begun || !Number.isFinite(element.duration)) return
      latest.current({
        position: element.currentTime,
        duration: element.duration,
        watched: rangesOf(element.played),
        ended: element.ended,
      })
    }
    const begin = () => {
      begun = true
    }
    const hide = () => document.visibilityState === 'hidden' && tell()
    const timer = setInterval(() => !element.paused && tell(), EVERY_MS)
    const stops = ['pause', 'seeked', 'ended'] as const
    element.addEventListener('playing', begin)
    for (const stop of stops) element.addEventListener(stop, tell)
    addEventListener('pagehide', tell)
    document.addEventListener('visibilitychange', hide)
    return () => {
      if (!element.paused) tell()
      clearInterval(timer)
      element.removeEventListener('playing', begin)
      for (const stop of stops) element.removeEventListener(stop, tell)
      removeEventListener('pagehide', tell)
      document.removeEventListener('visibilitychange', hide)
    }
  }, [video])
}

/** What the browser played, to hundredths of a second, so that a report stays short. */
export const rangesOf = (played: Pick<TimeRanges, 'length' | 'start' | 'end'>): WatchedRanges =>
  unionOfRanges(
    Array.from({ length: played.length }, (_, at): [number, number] => [
      toHundredths(played.start(at)),
      toHundredths(played.end(at)),
    ]),
  )

const toHundredths = (seconds: number) => Math.round(Math.max(0, seconds) * 100) / 100
