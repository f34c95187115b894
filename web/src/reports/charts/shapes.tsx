import styles from './chart.module.css'

/** How a series is drawn. */
export type Drawn = 'line' | 'area' | 'bars'

interface Props {
  /** Which of the series it is: its colour and its stroke. */
  readonly number: number
  readonly as: Drawn
  /** Of 100, one for each place; null where nothing is drawn. */
  readonly heights: readonly (number | null)[]
}

/** One series in a box that is as wide as there are places, and 100 high. */
export function Shape({ number, as, heights }: Props) {
  const known = heights.flatMap((height, at) => (height === null ? [] : [{ at, height }]))
  const points = known.map(({ at, height }) => `${at + 0.5} ${(100 - height).toFixed(2)}`)
  const [first] = known
  if (!first) return null
  if (as === 'bars')
    return (
      <path
        className={styles.bars}
        data-series={number}
        d={known
          .map(({ at, height }) => `M${at + 0.15} 100v${-height.toFixed(2)}h.7V100z`)
          .join('')}
      />
    )
  return (
    <>
      {as === 'area' && (
        <path
          className={styles.area}
          data-series={number}
          d={`M${first.at + 0.5} 100L${points.join('L')}V100z`}
        />
      )}
      <path
        className={styles.line}
        data-series={number}
        data-alone={known.length === 1}
        // Of a single place it is a dot.
        d={known.length === 1 ? `M${points[0]}h0` : `M${points.join('L')}`}
      />
    </>
  )
}

/** How a series is drawn, beside its name. */
export const Swatch = ({ number }: { number: number }) => (
  <svg className={styles.swatch} viewBox="0 0 20 8" aria-hidden>
    <path className={styles.line} data-series={number} d="M1 4h18" />
  </svg>
)
