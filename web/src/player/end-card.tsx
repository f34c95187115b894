import { IconReload } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import { isNowhere } from '#web/ui/use-focus-on-navigation.ts'
import styles from './notices.module.css'
import { usePreferences } from './state/preferences.ts'
import { words } from './words/en.ts'

const COUNT_SECONDS = 8

export interface NextLesson {
  readonly title: string
  readonly open: () => void
  /** Fetches what it needs first. */
  readonly warm: () => void
}

interface Props {
  readonly next: NextLesson | undefined
  readonly replay: () => void
}

/** After the last second: again, or on. It goes on by itself only while it is seen to count, and may be stopped. */
export function EndCard({ next, replay }: Props) {
  const { goOnByItself } = usePreferences()
  const [still] = useState(() => matchMedia('(prefers-reduced-motion: reduce)').matches)
  const [stopped, setStopped] = useState(false)
  const [left, setLeft] = useState(COUNT_SECONDS)
  const latest = useRef(next)
  latest.current = next
  useEffect(() => latest.current?.warm(), [])
  const counts = next !== undefined && goOnByItself && !still && !stopped
  useEffect(() => {
    if (!counts) return
    // A page that is not seen does not count on.
    const timer = setInterval(() => !document.hidden && setLeft((seconds) => seconds - 1), 1000)
    return () => clearInterval(timer)
  }, [counts])
  useEffect(() => {
    if (counts && left <= 0) latest.current?.open()
  }, [counts, left])
  const main = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    // Only if the focus was nowhere: a person who writes elsewhere is not torn away.
    if (isNowhere(document.activeElement)) main.current?.focus({ preventScroll: true })
  }, [])
  return (
    <section className={styles.end} aria-label={words.end}>
      <p className={styles.over}>{next ? words.nextLesson : words.wasLast}</p>
      {next && (
        <p className={styles.title}>
          <bdi>{next.title}</bdi>
        </p>
      )}
      <div className={styles.actions}>
        <button ref={next ? undefined : main} type="button" onClick={replay}>
          <IconReload size={18} aria-hidden />
          {words.playAgain}
        </button>
        {next && (
          <button ref={main} type="button" className={styles.next} onClick={next.open}>
            {words.nextLesson}
          </button>
        )}
      </div>
      {counts && (
        <p className={styles.count}>
          <span role="timer">{words.goesOnIn(Math.max(0, left))}</span>
          <button type="button" onClick={() => setStopped(true)}>
            {words.stay}
          </button>
        </p>
      )}
    </section>
  )
}
