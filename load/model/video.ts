/** Of the video that plays. */
export const video = {
  /** As our jobs cut them (ADR 5); picture and sound are fetched apart. */
  segmentSeconds: 2,
  soundKbits: 96,
  /** Of our ladder, kbit/s; which of them plays how much of the time is assumed. */
  rungs: {
    '240p': { ceilingKbits: 400, share: 0.05 },
    '360p': { ceilingKbits: 800, share: 0.1 },
    '480p': { ceilingKbits: 1_400, share: 0.2 },
    '720p': { ceilingKbits: 3_000, share: 0.35 },
    '1080p': { ceilingKbits: 5_000, share: 0.3 },
  },
  /**
   * What a picture takes of its ceiling: a moving one 0.34 to 0.36 at 240p to 480p, a lecture of slides 0.06 to 0.1
   * (docs/performance.md, "Quality"). Half of what is watched is each, which is assumed.
   */
  shareOfCeiling: 0.22,
} as const

/** Rungs by name, kbit/s at most and the share of the time for which they play. */
export type Rungs = Readonly<
  Record<string, { readonly ceilingKbits: number; readonly share: number }>
>

export interface Video {
  readonly segmentSeconds: number
  readonly soundKbits: number
  readonly rungs: Rungs
  readonly shareOfCeiling: number
}

/** What a second of playing takes on average, with its sound, in kbit. */
export const meanKbits = ({ rungs, shareOfCeiling, soundKbits }: Video): number =>
  Object.values(rungs).reduce(
    (sum, { ceilingKbits, share }) => sum + share * shareOfCeiling * ceilingKbits,
    soundKbits,
  )
