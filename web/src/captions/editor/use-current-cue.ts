import { useEffect, useRef, useState } from 'react'
import type { Cues } from '#web/captions/cues/edit-cues.ts'
import type { PreviewControl } from '#web/videos/preview.tsx'

/** The cue that the preview shows now. */
export function useCurrentCue(control: PreviewControl, cues: Cues): number | null {
  const [current, setCurrent] = useState<number | null>(null)
  const known = useRef(cues)
  known.current = cues
  useEffect(
    () =>
      control.onTime((seconds) => {
        const ms = seconds * 1000
        setCurrent(known.current.find((cue) => cue.startMs <= ms && ms < cue.endMs)?.id ?? null)
      }),
    [control],
  )
  return current
}
