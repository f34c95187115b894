import { type RefObject, useCallback, useMemo, useRef, useState } from 'react'
import type { PlayerActions } from '#web/player/keys/player-keys.ts'
import { speedInWords } from '#web/player/menu/settings-menu.tsx'
import { clock } from '#web/player/state/clock.ts'
import { getPreferences, prefer, SPEEDS } from '#web/player/state/preferences.ts'
import { words } from '#web/player/words/en.ts'

interface Given {
  readonly toggleFullScreen: () => void
  readonly openNext: (() => void) | undefined
  readonly showHelp: () => void
  /** The language to switch captions on in; undefined where there are none. */
  readonly captionLanguage: string | undefined
}

/** A word on what a key just did, for those who look and those who listen. */
export interface Flash {
  readonly text: string
  readonly id: number
}

/** Everything that keys, buttons and gestures ask of the video. */
export function useActions(video: RefObject<HTMLVideoElement | null>, given: Given) {
  const latest = useRef(given)
  latest.current = given
  const [flash, setFlash] = useState<Flash>()
  const say = useCallback((text: string) => setFlash({ text, id: performance.now() }), [])

  const controls = useMemo(() => {
    const on = (act: (element: HTMLVideoElement) => void) => () => {
      if (video.current) act(video.current)
    }
    const seekTo = (seconds: number) => {
      const element = video.current
      if (!element || !Number.isFinite(element.duration)) return
      element.currentTime = Math.max(0, Math.min(element.duration, seconds))
    }
    const skip = (seconds: number) => {
      seekTo((video.current?.currentTime ?? 0) + seconds)
      const by = `${seconds > 0 ? '+' : '−'}${Math.abs(seconds)}`
      say(words.skipped(by, clock(video.current?.currentTime ?? 0)))
    }
    const setVolume = (volume: number) => {
      const element = video.current
      if (!element) return
      element.volume = volume
      element.muted = volume === 0
      prefer({ volume: volume || getPreferences().volume, muted: volume === 0 })
    }
    const setSpeed = (speed: number) => {
      // The default too, which every source that is loaded begins with.
      if (video.current)
        Object.assign(video.current, { defaultPlaybackRate: speed, playbackRate: speed })
      prefer({ speed })
    }
    const actions: PlayerActions = {
      toggle: on((element) => {
        if (!element.paused) return element.pause()
        // Refused where the browser wants a click first; the big button stays for it.
        element.play().catch((error: unknown) => console.info('The video does not play yet', error))
      }),
      skip,
      seekTo,
      seekToShare: (share) => {
        seekTo(share * (video.current?.duration ?? 0))
        say(clock(video.current?.currentTime ?? 0))
      },
      changeVolume: (by) => {
        const element = video.current
        if (!element) return
        const from = element.muted ? 0 : element.volume
        const volume = Math.round(Math.max(0, Math.min(1, from + by)) * 20) / 20
        setVolume(volume)
        say(words.volumeIs(Math.round(volume * 100)))
      },
      toggleMute: on((element) => {
        element.muted = !element.muted
        prefer({ muted: element.muted })
        say(element.muted ? words.soundOff : words.soundOn)
      }),
      toggleCaptions: () => {
        const { captionLanguage } = latest.current
        if (!captionLanguage) return say(words.noCaptions)
        const off = getPreferences().captions === null
        prefer({ captions: off ? captionLanguage : null })
        say(off ? words.captionsOn : words.captionsOff)
      },
      toggleFullScreen: () => latest.current.toggleFullScreen(),
      togglePictureInPicture: on((element) => {
        const change = document.pictureInPictureElement
          ? document.exitPictureInPicture()
          : element.requestPictureInPicture()
        change.catch(() => say(words.pictureRefused))
      }),
      changeSpeed: (steps) => {
        const at = SPEEDS.findIndex((speed) => speed >= getPreferences().speed)
        const speed = SPEEDS[Math.max(0, Math.min(SPEEDS.length - 1, at + steps))]
        if (!speed) return
        setSpeed(speed)
        say(words.speedIs(speedInWords(speed)))
      },
      openNext: () => latest.current.openNext?.(),
      showHelp: () => latest.current.showHelp(),
    }
    return { actions, setVolume, setSpeed }
  }, [video, say])
  return { ...controls, flash }
}
