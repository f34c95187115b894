import { type ReactNode, useEffect, useRef, useState } from 'react'
import styles from './article.module.css'

/** What may be wider than the column scrolls sideways, by keyboard too: then it can be focused and has a name. */
export function Scroller({ label, children }: { label: string; children: ReactNode }) {
  const box = useRef<HTMLDivElement>(null)
  const [isWider, setWider] = useState(false)
  useEffect(() => {
    const measured = box.current
    if (!measured) return
    const watch = new ResizeObserver(() => setWider(measured.scrollWidth > measured.clientWidth))
    watch.observe(measured)
    return () => watch.disconnect()
  }, [])
  const focusable = isWider ? { tabIndex: 0, role: 'group', 'aria-label': label } : {}
  return (
    <div className={styles.scroller} ref={box} {...focusable}>
      {children}
    </div>
  )
}
