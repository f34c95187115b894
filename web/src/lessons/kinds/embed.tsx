import { Skeleton } from '@mantine/core'
import { lazy, Suspense } from 'react'
import type { LearnedKind } from './kind.ts'
import styles from './lesson.module.css'
import { notEarly } from './warm.ts'

const EmbedView = lazy(() => import('./embed-view.tsx'))

export const embed: LearnedKind<'embed'> = {
  View: (props) => (
    <article className={`${styles.lesson} ${styles.wide}`}>
      <Suspense fallback={<Skeleton height={320} />}>
        <EmbedView {...props} />
      </Suspense>
    </article>
  ),
  plays: false,
  warmCode: () => void import('./embed-view.tsx').catch(notEarly),
  warm: () => undefined,
}
