import { type RefObject, useCallback, useEffect, useRef, useState } from 'react'

const SLEEP_MS = 2800

/** Whether to show the controls: while the video rests, while somebody moves, and while the keyboard is on them. */
export function useAwake(stage: RefObject<HTMLElement | null>, resting: boolean) {
  const [awake, setAwake] = useState(true)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const sleep = useCallback(() => {
    if (stage.current?.querySelector(':focus-visible')) return
    setAwake(false)
  }, [stage])
  const wake = useCallback(() => {
    setAwake(true)
    clearTimeout(timer.current)
    timer.current = setTimeout(sleep, SLEEP_MS)
  }, [sleep])
  useEffect(() => {
    const element = stage.current
    if (!element) return
    // A finger wakes and puts to sleep by tapping; see the surface.
    const onMove = (event: PointerEvent) => event.pointerType !== 'touch' && wake()
    const onLeave = (event: PointerEvent) => event.pointerType === 'mouse' && sleep()
    element.addEventListener('pointermove', onMove)
    element.addEventListener('pointerleave', onLeave)
    element.addEventListener('focusin', wake)
    // Where the focus goes they may sleep again, as after any other move.
    element.addEventListener('focusout', wake)
    element.addEventListener('keydown', wake)
    return () => {
      clearTimeout(timer.current)
      element.removeEventListener('pointermove', onMove)
      element.removeEventListener('pointerleave', onLeave)
      element.removeEventListener('focusin', wake)
      element.removeEventListener('focusout', wake)
      element.removeEventListener('keydown', wake)
    }
  }, [stage, wake, sleep])
  useEffect(() => {
    if (!resting) wake()
  }, [resting, wake])
  return { awake: awake || resting, wake, sleep }
}
