import { type RefObject, useEffect, useState } from 'react'
import { getPreferences } from '#web/player/state/preferences.ts'
import { closestLanguage } from '#web/ui/closest-language.ts'

interface CaptionFile {
  readonly language: string
  readonly label: string
  readonly url: string
}

export interface Captions {
  /** The language whose cues these are. */
  readonly language: string | undefined
  /** `none`: there are no captions in any language. */
  readonly state: 'none' | 'loading' | 'ready' | 'failed'
  readonly cues: readonly VTTCue[]
  /** What is said now. */
  readonly active: readonly VTTCue[]
}

const EMPTY: readonly VTTCue[] = []
const isCue = (cue: TextTrackCue): cue is VTTCue => 'text' in cue
const cuesOf = (list: TextTrackCueList | null) => Array.from(list ?? []).filter(isCue)

/** The file in the wanted language, else in the first of the reader's that there is, else the first. */
export const chooseCaptions = <C extends { readonly language: string }>(
  files: readonly C[],
  wanted: string | null,
  readers: readonly string[],
): C | undefined =>
  closestLanguage(files, wanted === null ? [] : [wanted]) ??
  closestLanguage(files, readers) ??
  files[0]

/**
 * The cues of the chosen captions, read by the browser from the `<track>` elements in the video.
 * They are read while captions are off, too, for the transcript.
 */
export function useCaptions(
  video: RefObject<HTMLVideoElement | null>,
  files: readonly CaptionFile[],
  wanted: string | null,
  /** Whether it is not known yet which files there are. */
  awaited: boolean,
): Captions {
  const chosen = chooseCaptions(files, wanted, navigator.languages)
  const url = chosen?.url
  const [state, setState] = useState<Captions['state']>('none')
  const [cues, setCues] = useState(EMPTY)
  const [active, setActive] = useState(EMPTY)

  useEffect(() => {
    const element = [...(video.current?.querySelectorAll('track') ?? [])].find(
      (track) => track.dataset.url === url,
    )
    setCues(EMPTY)
    setActive(EMPTY)
    if (!element || !url) return setState('none')
    const { track } = element
    const ready = () => {
      setCues(cuesOf(track.cues))
      setState('ready')
      change()
    }
    const change = () => setActive(cuesOf(track.activeCues))
    const failed = () => setState('failed')
    const showNatively = () => {
      if (getPreferences().captions !== null) track.mode = 'showing'
    }
    const hide = () => {
      track.mode = 'hidden'
    }
    setState('loading')
    element.addEventListener('load', ready)
    element.addEventListener('error', failed)
    track.addEventListener('cuechange', change)
    // An iPhone's full screen shows nothing of the page.
    video.current?.addEventListener('webkitbeginfullscreen', showNatively)
    video.current?.addEventListener('webkitendfullscreen', hide)
    // A seek while the video rests does not always change the cues by itself.
    video.current?.addEventListener('seeked', change)
    const { current } = video
    hide()
    if (element.readyState === HTMLTrackElement.LOADED) ready()
    return () => {
      track.mode = 'disabled'
      element.removeEventListener('load', ready)
      element.removeEventListener('error', failed)
      track.removeEventListener('cuechange', change)
      current?.removeEventListener('seeked', change)
      current?.removeEventListener('webkitbeginfullscreen', showNatively)
      current?.removeEventListener('webkitendfullscreen', hide)
    }
  }, [video, url])
  return { language: chosen?.language, state: awaited ? 'loading' : state, cues, active }
}
