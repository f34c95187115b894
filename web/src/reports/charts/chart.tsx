import { type KeyboardEvent, type PointerEvent, type ReactNode, useState } from 'react'
import styles from './chart.module.css'
import { type Drawn, Shape, Swatch } from './shapes.tsx'

export interface Series {
  readonly name: string
  /** Null where it is not known (yet). */
  readonly values: readonly (number | null)[]
  readonly as: Drawn
}

/** A place along a chart, such as a day. */
export interface Place {
  /** As a text, for ears. */
  readonly name: string
  readonly shown: ReactNode
}

interface Props {
  readonly label: string
  readonly places: readonly Place[]
  /** Three at the most, which differ by colour and by stroke. */
  readonly series: readonly Series[]
  /** From nought to the top, evenly apart. */
  readonly ticks: readonly number[]
  readonly inWords: (value: number) => string
}

/**
 * Values along a line of places. It is a slider, too: a pointer or the arrow keys go from place to place, whose values
 * stand above the chart and are spoken. The last place is shown until somebody goes elsewhere, so that nothing moves.
 * What is drawn is stretched by the style sheet; so it needs no measuring, and is there at once.
 */
export function Chart({ label, places, series, ticks, inWords }: Props) {
  const [chosen, setChosen] = useState<number>()
  const last = places.length - 1
  const at = Math.min(chosen ?? last, last)
  const top = ticks.at(-1) ?? 1
  const share = (value: number) => (100 * Math.min(value, top)) / top
  const along = (100 * (at + 0.5)) / places.length

  const onPointer = (event: PointerEvent<HTMLDivElement>) => {
    const { left, right, width } = event.currentTarget.getBoundingClientRect()
    if (width === 0) return
    const from = document.dir === 'rtl' ? right - event.clientX : event.clientX - left
    setChosen(Math.max(0, Math.min(last, Math.floor((from / width) * places.length))))
  }
  const onKey = (event: KeyboardEvent) => {
    const onward = document.dir === 'rtl' ? -1 : 1
    const page = Math.max(1, Math.round(places.length / 10))
    const to: Record<string, number | undefined> = {
      ArrowRight: at + onward,
      ArrowLeft: at - onward,
      ArrowUp: at + 1,
      ArrowDown: at - 1,
      PageUp: at + page,
      PageDown: at - page,
      Home: 0,
      End: last,
    }
    const next = to[event.key]
    if (next === undefined) return
    event.preventDefault()
    setChosen(Math.max(0, Math.min(last, next)))
  }
  const place = places[at]
  const middle = places[Math.floor(last / 2)]
  const valueAt = ({ values }: Series) => {
    const value = values[at] ?? null
    return value === null ? '–' : inWords(value)
  }
  return (
    <div className={styles.chart}>
      <ul className={styles.legend} aria-hidden>
        <li>{place?.shown}</li>
        {series.map((one, number) => (
          <li key={one.name}>
            <Swatch number={number} />
            <bdi>{one.name}</bdi> <strong>{valueAt(one)}</strong>
          </li>
        ))}
      </ul>
      <div className={styles.scale} aria-hidden>
        {ticks.map((tick) => (
          <span key={tick}>
            <bdi>{inWords(tick)}</bdi>
          </span>
        ))}
      </div>
      <div
        className={styles.plot}
        role="slider"
        tabIndex={0}
        aria-label={label}
        aria-valuemin={1}
        aria-valuemax={places.length}
        aria-valuenow={at + 1}
        aria-valuetext={`${place?.name}: ${series.map((one) => `${one.name} ${valueAt(one)}`).join(', ')}`}
        onPointerDown={onPointer}
        onPointerMove={onPointer}
        onPointerLeave={() => setChosen(undefined)}
        onBlur={() => setChosen(undefined)}
        onKeyDown={onKey}
      >
        {ticks.map((tick) => (
          <i key={tick} className={styles.grid} style={{ bottom: `${share(tick)}%` }} />
        ))}
        <svg viewBox={`0 0 ${places.length} 100`} preserveAspectRatio="none" aria-hidden>
          {series.map(({ name, values, as }, number) => (
            <Shape
              key={name}
              number={number}
              as={as}
              heights={values.map((value) => (value === null ? null : share(value)))}
            />
          ))}
        </svg>
        {chosen !== undefined && (
          <>
            <i className={styles.cursor} style={{ insetInlineStart: `${along}%` }} />
            {series.map(
              ({ name, values }, number) =>
                values[at] !== null && (
                  <i
                    key={name}
                    className={styles.dot}
                    data-series={number}
                    style={{ insetInlineStart: `${along}%`, bottom: `${share(values[at] ?? 0)}%` }}
                  />
                ),
            )}
          </>
        )}
      </div>
      <div className={styles.places} aria-hidden>
        <span>{places[0]?.shown}</span>
        {places.length > 4 && <span>{middle?.shown}</span>}
        {places.length > 1 && <span>{places[last]?.shown}</span>}
      </div>
    </div>
  )
}
