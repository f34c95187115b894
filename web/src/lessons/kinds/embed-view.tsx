import { Button, Skeleton } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import { type EmbedPage, embedPage, providerName } from '#contract/lessons/kinds/embed-page'
import type { LessonProgress, WatchedRanges } from '#contract/progress/progress'
import { useSiteConfig } from '#web/api/use-site-config.ts'
import { heartbeatSeconds } from '#web/progress/heartbeat-seconds.ts'
import { ErrorNotice } from '#web/ui/notices.tsx'
import styles from './embed.module.css'
import type { ViewProps } from './kind.ts'
import { countOpenSeconds } from './open-seconds.ts'
import { words } from './words/en.ts'

export default function EmbedView(props: ViewProps<'embed'>) {
  const { lesson, progress, record, end } = props
  const config = useSiteConfig()
  const [isOpen, setOpen] = useState(false)
  const most = lesson.openMinutes * 60
  const done = progress?.completed ?? false
  const [start] = useState(() => countedBefore(progress, most))
  const [seconds, setSeconds] = useState(start)
  const tell = (watched: WatchedRanges, completed: boolean) =>
    void record({ positionSeconds: seconds, durationSeconds: most, watched, completed })
  const latest = useRef(tell)
  latest.current = tell
  useEffect(() => {
    // So that "Continue" leads back here.
    latest.current([], false)
  }, [])
  const isCounting = isOpen && !done && start < most
  useEffect(() => {
    if (!isCounting) return
    return countOpenSeconds({
      ...{ from: start, most, onSecond: setSeconds, everySeconds: heartbeatSeconds },
      report: (to) => latest.current([[start, to]], false),
    })
  }, [isCounting, start, most])

  const asked = !done && (
    <>
      {seconds < most && <span className="quiet">{words.doneLater(minutes(most - seconds))}</span>}
      <Button disabled={seconds < most} onClick={() => tell(most > 0 ? [[0, most]] : [], true)}>
        {words.markDone}
      </Button>
    </>
  )
  if (config.isError && !config.data)
    return <ErrorNotice error={config.error} retry={() => void config.refetch()} />
  const page = config.data && embedPage(lesson.address, config.data.lessons.embeds)
  return (
    <div className={styles.page}>
      <h1>
        <bdi>{lesson.title}</bdi>
      </h1>
      {page === undefined && <Skeleton className={styles.frame} />}
      {page === null && <p role="alert">{words.pageNotAllowed}</p>}
      {page && <Frame page={page} title={lesson.title} onOpen={() => setOpen(true)} />}
      {end(asked)}
    </div>
  )
}

/** The seconds that were counted before, without a gap from the first on. */
const countedBefore = (progress: LessonProgress | undefined, most: number) => {
  const [from = 0, to = 0] = progress?.watched[0] ?? []
  return from < 1 ? Math.min(to, most) : 0
}

const minutes = (seconds: number) => Math.ceil(seconds / 60)

/** A page that has not come by then will hardly come. */
const PATIENCE_MS = 15_000

/**
 * A page of somebody else, kept from this one: it may run its scripts as itself, but neither move this page nor read
 * it. Who shows it learns from which site, and not from which lesson.
 */
function Frame({
  page,
  title,
  onOpen,
}: {
  readonly page: EmbedPage
  readonly title: string
  readonly onOpen: () => void
}) {
  const [isSilent, setSilent] = useState(false)
  const [isLoaded, setLoaded] = useState(false)
  useEffect(() => {
    const refused = ({ blockedURI }: SecurityPolicyViolationEvent) => {
      if (page.frame.startsWith(blockedURI)) setSilent(true)
    }
    document.addEventListener('securitypolicyviolation', refused)
    return () => document.removeEventListener('securitypolicyviolation', refused)
  }, [page.frame])
  useEffect(() => {
    if (isLoaded) return
    const waiting = setTimeout(() => setSilent(true), PATIENCE_MS)
    return () => clearTimeout(waiting)
  }, [isLoaded])
  return (
    <>
      <div className={styles.frame}>
        <iframe
          title={title}
          src={page.frame}
          // The page's origin is never this one's, which no page may frame.
          sandbox="allow-scripts allow-same-origin allow-forms allow-popups allow-popups-to-escape-sandbox allow-presentation"
          allow="fullscreen; picture-in-picture; encrypted-media"
          referrerPolicy="strict-origin"
          loading="lazy"
          onLoad={() => {
            setLoaded(true)
            setSilent(false)
            onOpen()
          }}
        />
      </div>
      <p className={styles.below}>
        <a href={page.address} target="_blank" rel="noopener noreferrer">
          {page.provider.startsWith('https:')
            ? words.openPage
            : words.openAt(providerName(page.provider))}
        </a>
        <span role="status">{isSilent && words.pageSilent}</span>
      </p>
    </>
  )
}
