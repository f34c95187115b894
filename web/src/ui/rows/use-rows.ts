import { useWindowVirtualizer } from '@tanstack/react-virtual'
import { useLayoutEffect, useRef, useState } from 'react'

/** The rows to show, and the height of what is left out before and after them. */
export function useRows(length: number, height: number) {
  const top = useRef<HTMLTableElement & HTMLUListElement>(null)
  const [scrollMargin, setScrollMargin] = useState(0)
  useLayoutEffect(() => {
    const measure = () => setScrollMargin((top.current?.getBoundingClientRect().top ?? 0) + scrollY)
    measure()
    const watcher = new ResizeObserver(measure)
    watcher.observe(document.body)
    return () => watcher.disconnect()
  }, [])
  const virtual = useWindowVirtualizer({
    count: length,
    estimateSize: () => height,
    overscan: 6,
    scrollMargin,
  })
  const shown = virtual.getVirtualItems()
  const first = shown[0]
  const last = shown.at(-1)
  return {
    top,
    rows: shown.map(({ index }) => index),
    before: first ? first.index * height : 0,
    after: last ? (length - 1 - last.index) * height : 0,
  }
}
