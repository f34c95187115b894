import { Button, Skeleton } from '@mantine/core'
import { useEffect, useMemo, useRef } from 'react'
import type { ShownVideo } from '#contract/lessons/kinds/article'
import type { AssetId } from '#contract/platform/ids'
import { siteAddress } from '#web/enrolments/course-queries.ts'
import type { Played } from '#web/enrolments/use-course-session.ts'
import { NO_PART, partOf, usePart } from '#web/ui/moments/part.ts'
import type { LearnedKind, ViewProps } from './kind.ts'
import styles from './lesson.module.css'
import { notEarly, whenIdle } from './warm.ts'
import { words } from './words/en.ts'

const loaded = partOf(() => import('#web/articles/article.tsx'))
const player = partOf(() => import('#web/player/player.tsx'))
/** For articles that were published as Markdown. */
const reader = partOf(() => import('#web/articles/markdown-document.ts'))

export const article: LearnedKind<'article'> = {
  View: ArticleView,
  plays: false,
  completes: ({ completed }) => completed,
  warmCode: () => loaded.load().catch(notEarly),
  warm: () => undefined,
}

const withSite = (video: ShownVideo | undefined): ShownVideo | undefined =>
  video && {
    ...video,
    playbackUrl: siteAddress(video.playbackUrl),
    hlsUrl: siteAddress(video.hlsUrl),
    dashUrl: siteAddress(video.dashUrl),
    posterUrl: siteAddress(video.posterUrl),
  }

const OPENED: Played = { positionSeconds: 0, durationSeconds: 0, watched: [], completed: false }

function ArticleView({
  lesson,
  progress,
  next,
  record,
  measured,
  reopen,
  end,
}: ViewProps<'article'>) {
  const Article = usePart(loaded)
  const isMarkdown = typeof lesson.text === 'string'
  const readMarkdown = usePart(isMarkdown ? reader : NO_PART)
  const document = useMemo(
    () => (typeof lesson.text === 'string' ? readMarkdown?.(lesson.text) : lesson.text),
    [lesson.text, readMarkdown],
  )
  const { videos } = lesson
  const films = useMemo(
    () => ({ player, measured, reopen, find: (assetId: AssetId) => withSite(videos?.[assetId]) }),
    [videos, measured, reopen],
  )
  const opened = useRef(record)
  opened.current = record
  useEffect(() => {
    // So that "Continue" leads back here.
    void opened.current(OPENED)
  }, [])
  // Read to its end, what comes next is on its way.
  const warmNext = next?.warmCode
  useEffect(() => warmNext && whenIdle(warmNext), [warmNext])
  return (
    <article className={styles.lesson}>
      <h1>
        <bdi>{lesson.title}</bdi>
      </h1>
      {Article && document ? (
        <>
          <Article
            document={document}
            folderOf={(fileId) => lesson.folders?.[fileId]}
            films={films}
          />
          {end(
            !progress?.completed && (
              <Button onClick={() => void record({ ...OPENED, completed: true })}>
                {words.markDone}
              </Button>
            ),
          )}
        </>
      ) : (
        <Skeleton height={320} />
      )}
    </article>
  )
}
