import { type RefObject, useEffect, useState, useSyncExternalStore } from 'react'

export interface VideoState {
  readonly paused: boolean
  readonly ended: boolean
  /** It would play, but has nothing to play yet. */
  readonly buffering: boolean
  /** A frame was shown after the first wish to play. */
  readonly started: boolean
  readonly seconds: number
  readonly volume: number
  readonly muted: boolean
  readonly speed: number
  readonly height: number
}

const BEFORE: VideoState = {
  paused: true,
  ended: false,
  buffering: false,
  started: false,
  seconds: 0,
  volume: 1,
  muted: false,
  speed: 1,
  height: 0,
}
const CHANGES = [
  ...['play', 'playing', 'pause', 'ended', 'waiting', 'seeking', 'seeked', 'canplay', 'emptied'],
  ...['durationchange', 'volumechange', 'ratechange', 'resize', 'loadedmetadata'],
]

/** How the video is, without the position, which changes too often for everything to follow it. */
export function useVideoState(video: RefObject<HTMLVideoElement | null>): VideoState {
  const [state, setState] = useState(BEFORE)
  useEffect(() => {
    const element = video.current
    if (!element) return
    let started = false
    const look = (event: Event) => {
      started ||= event.type === 'playing'
      const { paused, ended, readyState, duration, volume, muted, playbackRate } = element
      setState({
        paused,
        ended,
        buffering: !paused && !ended && readyState < HTMLMediaElement.HAVE_FUTURE_DATA,
        started,
        seconds: Number.isFinite(duration) ? duration : 0,
        volume,
        muted,
        speed: playbackRate,
        height: Math.min(element.videoHeight, element.videoWidth),
      })
    }
    for (const change of CHANGES) element.addEventListener(change, look)
    return () => {
      for (const change of CHANGES) element.removeEventListener(change, look)
    }
  }, [video])
  return state
}

/** Where the video is, in seconds; four times a second while it plays. */
export function useVideoTime(video: RefObject<HTMLVideoElement | null>): number {
  return useSyncExternalStore(
    (changed) => {
      const element = video.current
      for (const name of TIME_CHANGES) element?.addEventListener(name, changed)
      return () => {
        for (const name of TIME_CHANGES) element?.removeEventListener(name, changed)
      }
    },
    () => video.current?.currentTime ?? 0,
  )
}
const TIME_CHANGES = ['timeupdate', 'seeking', 'seeked', 'loadedmetadata', 'ended']
