import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import type { CourseDraft } from '#contract/courses/course'
import { ApiError, call, routes } from '#web/api/client.ts'
import { rememberPublication } from '#web/courses/own-publications.ts'
import { useChange } from '#web/courses/use-draft.ts'
import layout from '#web/ui/layout.module.css'
import { messageOf } from '#web/ui/notices.tsx'
import { Problems } from './problems.tsx'
import styles from './publish-box.module.css'
import { words } from './words/en.ts'

/** Whether learners see a course, and the way there. */
export function PublishBox({
  course,
  problems,
}: {
  course: CourseDraft
  problems: readonly string[]
}) {
  const { mutate, error, isPending, isSuccess } = useChange(course.id)
  const issues = error instanceof ApiError ? error.issues : []
  return (
    <section className={styles.publish} aria-label={words.publishing}>
      <div className={layout.titleRow}>
        <p>
          {course.publishedVersion === null
            ? words.unpublished
            : words.published(course.publishedVersion)}
          {course.publishedVersion !== null && (
            <>
              {' '}
              <Link to="/courses/$slug" params={{ slug: course.slug }}>
                {words.publicPage}
              </Link>
              {' · '}
              <Link to="/teach/$courseId/reports" params={{ courseId: course.id }}>
                {words.reports}
              </Link>
            </>
          )}
        </p>
        <Button
          loading={isPending}
          onClick={() =>
            mutate(async () => {
              const params = { courseId: course.id }
              rememberPublication(await call(routes.publishCourse, { params }))
            })
          }
        >
          {words.publish}
        </Button>
      </div>
      {course.outdated && (
        <p role="alert" className="problem">
          {words.outdated}
        </p>
      )}
      <Problems problems={problems} />
      <p role="status">{isSuccess && words.done}</p>
      {error && (
        <div role="alert" className="problem">
          {messageOf(error)}
          <ul>
            {issues.map((issue) => (
              <li key={issue.path + issue.message}>{issue.message}</li>
            ))}
          </ul>
        </div>
      )}
    </section>
  )
}
