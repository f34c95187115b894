import styles from './seek-bar.module.css'

/** How often each part of a video was played, for those who made it. */
export interface PartReplays {
  readonly partSeconds: number
  /** Of the part that is played most. */
  readonly shares: readonly number[]
}

/** A hill above the seek bar, highest where people watch again. */
export function Replays({ of, seconds }: { of: PartReplays; seconds: number }) {
  const { partSeconds, shares } = of
  const points = shares.map(
    (share, at) => `${(at + 0.5) * partSeconds} ${(100 - 100 * share).toFixed(1)}`,
  )
  return (
    <svg
      className={styles.replays}
      data-part="replays"
      viewBox={`0 0 ${seconds} 100`}
      preserveAspectRatio="none"
      aria-hidden
    >
      <path d={`M0 100L${points.join('L')}L${seconds} 100z`} />
    </svg>
  )
}
