import { type RefObject, useCallback, useEffect, useRef, useState } from 'react'

/** How people take over: the wheel, a finger, the scroll bar, keys. */
const TAKING_OVER = ['wheel', 'touchmove', 'pointerdown', 'keydown'] as const

/**
 * Keeps the current line of a list in view while the reader lets it. It scrolls the list alone, never
 * the page.
 */
export function useFollowing(scroller: RefObject<HTMLElement | null>, current: number) {
  const [following, setFollowing] = useState(true)
  const latest = useRef(current)
  latest.current = current
  const scrollTo = useCallback(
    (line: number) => {
      const list = scroller.current
      const target = list?.querySelector<HTMLElement>(`[data-line="${line}"]`)
      if (!list || !target) return
      const smooth = !matchMedia('(prefers-reduced-motion: reduce)').matches
      const from = target.getBoundingClientRect().top - list.getBoundingClientRect().top
      const top = list.scrollTop + from - list.clientHeight / 3
      const near = Math.abs(top - list.scrollTop) < 2 * list.clientHeight
      list.scrollTo({ top, behavior: smooth && near ? 'smooth' : 'instant' })
    },
    [scroller],
  )
  useEffect(() => {
    if (following && current >= 0) scrollTo(current)
  }, [following, current, scrollTo])
  useEffect(() => {
    const list = scroller.current
    const takeOver = () => setFollowing(false)
    for (const way of TAKING_OVER) list?.addEventListener(way, takeOver, { passive: true })
    return () => {
      for (const way of TAKING_OVER) list?.removeEventListener(way, takeOver)
    }
  }, [scroller])
  return {
    following,
    follow: useCallback(() => {
      setFollowing(true)
      scrollTo(latest.current)
    }, [scrollTo]),
    /** Shows another line, and stays there. */
    show: useCallback(
      (line: number) => {
        setFollowing(false)
        scrollTo(line)
      },
      [scrollTo],
    ),
  }
}
