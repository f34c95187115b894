import type { Cues } from '#web/captions/cues/edit-cues.ts'

/** What can be done with a cue. Milliseconds. */
export interface CueActions {
  readonly select: (id: number | null, seekTo?: number) => void
  readonly change: (next: (cues: Cues) => Cues, about?: string | null) => void
  readonly nowMs: () => number | null
  readonly play: (fromMs: number, toMs: number) => void
  readonly split: (id: number, offset: number) => void
  readonly merge: (id: number) => void
  readonly remove: (id: number) => void
}
