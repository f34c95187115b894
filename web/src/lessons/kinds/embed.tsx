import { Skeleton } from '@mantine/core'
import { partOf, usePart } from '#web/ui/moments/part.ts'
import type { LearnedKind, ViewProps } from './kind.ts'
import styles from './lesson.module.css'
import { notEarly } from './warm.ts'

const loaded = partOf(() => import('./embed-view.tsx'))

export const embed: LearnedKind<'embed'> = {
  View: EmbedLesson,
  plays: false,
  completes: ({ completed }) => completed,
  warmCode: () => loaded.load().catch(notEarly),
  warm: () => undefined,
}

function EmbedLesson(props: ViewProps<'embed'>) {
  const EmbedView = usePart(loaded)
  return (
    <article className={`${styles.lesson} ${styles.wide}`}>
      {EmbedView ? <EmbedView {...props} /> : <Skeleton height={320} />}
    </article>
  )
}
