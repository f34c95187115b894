import { type RefObject, useEffect, useRef } from 'react'

const EVERY_MS = 10_000

/** Tells where the video is: every 10 s of playing, and whenever it stops, jumps or the page hides. */
export function useReports(
  video: RefObject<HTMLVideoElement | null>,
  report: (at: { position: number; duration: number; ended: boolean }) => void,
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
