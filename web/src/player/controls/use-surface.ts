import { type RefObject, useEffect, useRef } from 'react'

const DOUBLE_MS = 300
/** Who skips already has longer for the next tap. */
const SKIPPING_MS = 700

interface Gestures {
  readonly toggle: () => void
  readonly skip: (seconds: number) => void
  readonly fullScreen: () => void
  /** A single tap of a finger shows or hides the controls. */
  readonly tap: () => void
}

/**
 * The picture itself: a click plays and pauses, a double click fills the screen; with a finger a
 * tap shows the controls, a double tap at a side skips, and one in the middle is two taps.
 */
export function useSurface(surface: RefObject<HTMLElement | null>, gestures: Gestures) {
  const latest = useRef(gestures)
  latest.current = gestures
  useEffect(() => {
    const element = surface.current
    if (!element) return
    let last = { at: 0, side: 0, skipped: false }
    let byFinger = false
    const onTouch = (event: MouseEvent) => {
      const box = element.getBoundingClientRect()
      const share = (event.clientX - box.left) / box.width
      const side = share < 0.35 ? -10 : share > 0.65 ? 10 : 0
      const near = event.timeStamp - last.at < (last.skipped ? SKIPPING_MS : DOUBLE_MS)
      const skipped = near && side !== 0 && side === last.side
      last = { at: event.timeStamp, side, skipped }
      if (skipped) latest.current.skip(side)
      else latest.current.tap()
    }
    const onClick = (event: MouseEvent) => {
      byFinger = event instanceof PointerEvent && event.pointerType === 'touch'
      if (byFinger) return onTouch(event)
      latest.current.toggle()
    }
    const onDouble = () => {
      if (!byFinger) latest.current.fullScreen()
    }
    element.addEventListener('click', onClick)
    element.addEventListener('dblclick', onDouble)
    return () => {
      element.removeEventListener('click', onClick)
      element.removeEventListener('dblclick', onDouble)
    }
  }, [surface])
}
