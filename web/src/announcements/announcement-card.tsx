import { Skeleton } from '@mantine/core'
import { IconPinned } from '@tabler/icons-react'
import type { Announcement } from '#contract/announcements/announcement'
import layout from '#web/ui/layout.module.css'
import { partOf, usePart } from '#web/ui/moments/part.ts'
import { WhenInWords } from '#web/ui/when-in-words.tsx'
import styles from './announcements.module.css'
import { words } from './words/en.ts'

/** What shows articles: announcements are texts of the same form. */
export const article = partOf(() => import('#web/articles/article.tsx'))

/** An announcement as learners read it. */
export function AnnouncementCard({ announcement }: { announcement: Announcement }) {
  const { id, title, text, pinned, isNew, authorName, publishedAt, editedAt } = announcement
  const Article = usePart(article)
  return (
    <article className={layout.panel} aria-labelledby={id} data-new={isNew || undefined}>
      <h2 id={id} dir="auto">
        {title}
      </h2>
      <p className={`quiet ${styles.facts}`}>
        {isNew && (
          <span className={styles.badge} data-new>
            {words.isNew}
          </span>
        )}
        {pinned && (
          <span className={styles.badge}>
            <IconPinned size={14} aria-hidden="true" />
            {words.pinned}
          </span>
        )}
        <WhenInWords instant={publishedAt} />
        {authorName && <span>{words.by(<bdi key="name">{authorName}</bdi>)}</span>}
        {editedAt && <span>{words.edited(<WhenInWords key="when" instant={editedAt} />)}</span>}
      </p>
      {Article ? <Article document={text} /> : <Skeleton height={72} />}
    </article>
  )
}
