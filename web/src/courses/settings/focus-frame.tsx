import { type KeyboardEvent, type MouseEvent, type PointerEvent, useRef } from 'react'
import type { CourseCover } from '#contract/courses/properties/cover'
import { pictureOf } from '#web/courses/cover/picture-of.ts'
import { words } from '#web/courses/settings/words/cover/en.ts'
import styles from './cover.module.css'

const COVER = 16 / 9
/** So high it is at most. Pixels. */
const HIGHEST = 320

/** How far a key moves it, in hundredths of its way: to where the key points. */
const STEPS: Readonly<Record<string, number>> = {
  ...{ ArrowLeft: -2, ArrowUp: -2, ArrowRight: 2, ArrowDown: 2 },
  ...{ PageUp: -10, PageDown: 10, Home: -100, End: 100 },
}

interface Props {
  readonly cover: CourseCover
  readonly onMove: (focus: number) => void
}

/** The whole picture, with a frame over the part of it that shows: it moves along the side that is too long. */
export function FocusFrame({ cover, onMove }: Props) {
  const { width, height, focus } = cover
  const start = useRef<{ readonly at: number; readonly focus: number } | null>(null)
  const whole = useRef<HTMLDivElement>(null)
  const ratio = width / height
  const isWide = ratio > COVER
  /** Of the long side, the part that shows. */
  const part = isWide ? COVER / ratio : ratio / COVER
  const cut = 1 - part
  const moveTo = (to: number) => onMove(Math.round(Math.min(100, Math.max(0, to))))
  const along = ({ clientX, clientY }: MouseEvent) => {
    const box = whole.current?.getBoundingClientRect()
    if (!box) return 0
    return isWide ? (clientX - box.left) / box.width : (clientY - box.top) / box.height
  }

  const begin = (event: PointerEvent) => {
    event.currentTarget.setPointerCapture(event.pointerId)
    start.current = { at: along(event), focus }
  }
  const drag = (event: PointerEvent) => {
    if (start.current) moveTo(start.current.focus + (100 * (along(event) - start.current.at)) / cut)
  }
  const end = () => {
    start.current = null
  }
  const press = (event: KeyboardEvent) => {
    const step = STEPS[event.key]
    if (step === undefined) return
    event.preventDefault()
    moveTo(focus + step)
  }

  const size = { inline: isWide ? part : 1, block: isWide ? 1 : part }
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the frame itself is moved by keys
    // biome-ignore lint/a11y/noStaticElementInteractions: the same
    <div
      ref={whole}
      className={styles.whole}
      style={{ aspectRatio: ratio, maxInlineSize: `min(100%, ${Math.round(HIGHEST * ratio)}px)` }}
      onClick={(event) => moveTo((100 * (along(event) - part / 2)) / cut)}
    >
      <img src={pictureOf({ cover })?.path} {...{ width, height }} alt="" draggable={false} />
      <div
        role="slider"
        tabIndex={0}
        className={styles.frame}
        aria-label={words.part}
        aria-orientation={isWide ? 'horizontal' : 'vertical'}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={focus}
        style={{
          inlineSize: `${100 * size.inline}%`,
          blockSize: `${100 * size.block}%`,
          insetInlineStart: `${isWide ? focus * cut : 0}%`,
          insetBlockStart: `${isWide ? 0 : focus * cut}%`,
        }}
        onPointerDown={begin}
        onPointerMove={drag}
        onPointerUp={end}
        onPointerCancel={end}
        onKeyDown={press}
        onClick={(event) => event.stopPropagation()}
      />
    </div>
  )
}

/** Whether anything of it is lost, but for a line that nobody misses. */
export const isCut = ({ width, height }: Pick<CourseCover, 'width' | 'height'>): boolean =>
  Math.abs(width / height / COVER - 1) > 0.01
