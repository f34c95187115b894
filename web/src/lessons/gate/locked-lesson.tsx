import { IconLock } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import type { LessonId } from '#contract/platform/ids'
import type { Wait } from '#contract/rules/release'
import styles from './locked-lesson.module.css'
import { waitInWords } from './wait-in-words.tsx'
import { words } from './words/en.ts'

interface Props {
  readonly title: string
  readonly waits: readonly Wait[]
  readonly titles: ReadonlyMap<string, string>
  /** The way to a lesson that must be completed first. */
  readonly link: (lessonId: LessonId, title: ReactNode) => ReactNode
}

/** What stands for a lesson until it opens. */
export function LockedLesson({ title, waits, titles, link }: Props) {
  return (
    <article className={styles.lesson}>
      <h1>
        <bdi>{title}</bdi>
      </h1>
      <div className={styles.locked} role="status">
        <IconLock size={20} aria-hidden />
        <div>
          <strong>{words.isLocked}</strong>
          <ul>
            {waits.map((wait) => (
              <li key={JSON.stringify(wait)}>{waitInWords(wait, titles, link)}</li>
            ))}
          </ul>
          <span className="quiet">{words.byItself}</span>
        </div>
      </div>
    </article>
  )
}
