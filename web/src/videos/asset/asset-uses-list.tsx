import { Link } from '@tanstack/react-router'
import type { CourseId } from '#contract/platform/ids'
import type { AssetUse } from '#contract/videos/asset'
import styles from './asset.module.css'
import { words } from './words/en.ts'

/** The lessons that show it. */
export function AssetUses({ uses, courseId }: { uses: readonly AssetUse[]; courseId: CourseId }) {
  return (
    <section className={styles.part} aria-label={words.lessons}>
      <h2>{words.lessons}</h2>
      {uses.length === 0 ? (
        <p className="quiet">
          {words.noLesson}{' '}
          <Link to="/teach/$courseId" params={{ courseId }}>
            {words.chooseInLesson}
          </Link>
        </p>
      ) : (
        <ul className={styles.uses}>
          {uses.map(({ lessonId, title, published }) => (
            <li key={lessonId}>
              <Link dir="auto" to="/teach/$courseId" params={{ courseId }} hash={lessonId}>
                {title}
              </Link>{' '}
              <span className="quiet">{published ? words.published : words.draft}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
