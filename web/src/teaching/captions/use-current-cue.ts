import { useEffect, useRef, useState } from 'react'
import type { PreviewControl } from '../asset/preview.tsx'
import type { Cues } from './edit-cues.ts'

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
