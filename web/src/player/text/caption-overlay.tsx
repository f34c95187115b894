import { useEffect, useRef } from 'react'
import { usePreferences } from '#web/player/state/preferences.ts'
import styles from './caption-overlay.module.css'

interface Props {
  readonly cues: readonly VTTCue[]
  readonly language: string | undefined
}

/** What is said now, over the picture, as this person likes to read it. */
export function CaptionOverlay({ cues, language }: Props) {
  const { captionSize, captionLook, captionPlace } = usePreferences()
  return (
    <div
      className={styles.captions}
      data-part="captions"
      data-size={captionSize}
      data-look={captionLook}
      data-place={captionPlace}
      lang={language}
      aria-hidden
    >
      {cues.map((cue) => (
        <Cue key={`${cue.startTime} ${cue.text}`} cue={cue} />
      ))}
    </div>
  )
}

/** The browser's own reading of a cue's markup: elements that WebVTT allows, and nothing else. */
function Cue({ cue }: { cue: VTTCue }) {
  const line = useRef<HTMLSpanElement>(null)
  useEffect(() => line.current?.replaceChildren(cue.getCueAsHTML()), [cue])
  return (
    <p>
      <span ref={line} />
    </p>
  )
}
