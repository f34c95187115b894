import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react'
import {
  GAP,
  heightOf,
  type InFront,
  inFront,
  type PageLayout,
  type Place,
  pageAt,
  placeAt,
} from './model/page-layout.ts'

interface Window extends InFront {
  /** Pages that are drawn: those that are shown, and some before and behind. */
  readonly drawnFrom: number
  readonly drawnTo: number
}

/** So many heights of what is shown are drawn before and behind it. */
const AHEAD = 0.75

/**
 * What of a layout a scrolled place shows. When the layout changes (another width, another zoom, a page whose size was
 * guessed), the same place of the same page stays at the top.
 */
export function usePageWindow(
  scroller: RefObject<HTMLDivElement | null>,
  layout: PageLayout | undefined,
  startPage: number,
) {
  const place = useRef<Place>(undefined)
  const [shown, setShown] = useState<Window>()
  const latest = useRef(layout)
  latest.current = layout

  const look = useCallback(() => {
    const box = scroller.current
    const known = latest.current
    if (!box || !known) return
    const { scrollTop, clientHeight } = box
    place.current = placeAt(known, scrollTop)
    const now: Window = {
      ...inFront(known, scrollTop, clientHeight),
      drawnFrom: pageAt(known, scrollTop - clientHeight * AHEAD),
      drawnTo: pageAt(known, scrollTop + clientHeight * (1 + AHEAD)),
    }
    setShown((before) => (before && isSame(before, now) ? before : now))
  }, [scroller])

  const goTo = useCallback(
    (page: number) => {
      const box = scroller.current
      const top = latest.current?.tops[page - 1]
      if (!box || top === undefined) return
      box.scrollTop = top - GAP
      look()
    },
    [scroller, look],
  )

  useLayoutEffect(() => {
    const box = scroller.current
    if (!box || !layout) return
    if (place.current) box.scrollTop = heightOf(layout, place.current)
    else box.scrollTop = (layout.tops[startPage - 1] ?? GAP) - GAP
    look()
  }, [scroller, layout, startPage, look])

  useEffect(() => {
    const box = scroller.current
    if (!box) return
    let frame = 0
    const onScroll = () => {
      cancelAnimationFrame(frame)
      frame = requestAnimationFrame(look)
    }
    box.addEventListener('scroll', onScroll, { passive: true })
    return () => {
      cancelAnimationFrame(frame)
      box.removeEventListener('scroll', onScroll)
    }
  }, [scroller, look])

  return { shown, goTo, look }
}

const isSame = (one: Window, other: Window) =>
  one.page === other.page &&
  one.first === other.first &&
  one.last === other.last &&
  one.drawnFrom === other.drawnFrom &&
  one.drawnTo === other.drawnTo
