import { Link } from '@tanstack/react-router'
import type { CourseId } from '#contract/platform/ids'
import type { AssetUse } from '#contract/videos/asset'

/** The lessons that show it. */
export function AssetUses({ uses, courseId }: { uses: readonly AssetUse[]; courseId: CourseId }) {
  return (
    <section className="side-part" aria-label="Lessons">
      <h2>Lessons</h2>
      {uses.length === 0 ? (
        <p className="quiet">
          No lesson shows it yet.{' '}
          <Link to="/teach/$courseId" params={{ courseId }}>
            Choose it in a lesson
          </Link>
        </p>
      ) : (
        <ul className="uses">
          {uses.map(({ lessonId, title, published }) => (
            <li key={lessonId}>
              <Link dir="auto" to="/teach/$courseId" params={{ courseId }} hash={lessonId}>
                {title}
              </Link>{' '}
              <span className="quiet">{published ? 'Published' : 'Draft'}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
