import { Skeleton } from '@mantine/core'
import { partOf, usePart } from '#web/ui/moments/part.ts'
import type { LearnedKind, ViewProps } from './kind.ts'
import styles from './lesson.module.css'
import { notEarly } from './warm.ts'

const loaded = partOf(() => import('./file-view.tsx'))

export const file: LearnedKind<'file'> = {
  View: FileLesson,
  plays: false,
  completes: ({ completed }) => completed,
  warmCode: () => loaded.load().catch(notEarly),
  // What shows PDFs is some hundred kilobytes: for those alone.
  warm: ({ file: { type } }) => {
    if (type === 'pdf') void import('#web/documents/pdf-viewer.tsx').catch(notEarly)
  },
}

function FileLesson(props: ViewProps<'file'>) {
  const FileView = usePart(loaded)
  return (
    <article className={`${styles.lesson} ${styles.wide}`}>
      {FileView ? <FileView {...props} /> : <Skeleton height={320} />}
    </article>
  )
}
