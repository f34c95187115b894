import { IconLock } from '@tabler/icons-react'
import styles from './locked-lesson.module.css'
import { instantInWords } from './opening.ts'
import { words } from './words/en.ts'

/** What stands for a lesson until it opens. */
export function LockedLesson({ title, opensAt }: { title: string; opensAt: string }) {
  return (
    <article className={styles.lesson}>
      <h1>
        <bdi>{title}</bdi>
      </h1>
      <p className={styles.locked} role="status">
        <IconLock size={20} aria-hidden />
        <span>
          <strong>{words.isLocked}</strong>
          <br />
          {words.opens(
            <time key="when" dateTime={opensAt}>
              {instantInWords(opensAt)}
            </time>,
          )}
        </span>
      </p>
    </article>
  )
}
