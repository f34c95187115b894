import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { lazy, Suspense, useState } from 'react'
import type { CourseDraft } from '#contract/courses/course'
import type { Standing } from '#contract/memberships/team'
import { mayIn } from '#contract/people/course-rights'
import { ScheduledNote } from '#web/courses/publishing/scheduled-note.tsx'
import layout from '#web/ui/layout.module.css'
import { Problems } from './problems.tsx'
import styles from './publish-box.module.css'
import { words } from './words/en.ts'

const loadDialog = () => import('#web/courses/publishing/publish-dialog.tsx')
const PublishDialog = lazy(loadDialog)

interface Props {
  readonly course: CourseDraft
  readonly me: Standing
  readonly problems: readonly string[]
}

/** Whether learners see a course, and the way there. */
export function PublishBox({ course, me, problems }: Props) {
  const [opened, setOpened] = useState(false)
  const [wanted, setWanted] = useState(false)
  const [isDone, setDone] = useState(false)
  return (
    <section data-part="publishing" className={styles.publish} aria-label={words.publishing}>
      <div className={layout.titleRow}>
        <p>
          {course.publishedVersion === null
            ? words.unpublished
            : words.published(course.publishedVersion)}
          {course.publishedVersion !== null && <Ways course={course} me={me} />}
        </p>
        <Button
          disabled={!mayIn(me, 'publish')}
          onPointerEnter={() => void loadDialog()}
          onClick={() => {
            setDone(false)
            setWanted(true)
            setOpened(true)
          }}
        >
          {words.publish}
        </Button>
      </div>
      {course.outdated && (
        <p role="alert" className="problem">
          {words.outdated}
        </p>
      )}
      <ScheduledNote courseId={course.id} />
      <Problems problems={problems} />
      <p role="status">{isDone && words.done}</p>
      {wanted && (
        <Suspense>
          <PublishDialog
            course={course}
            opened={opened}
            close={() => setOpened(false)}
            done={() => {
              setOpened(false)
              setDone(true)
            }}
            blockers={problems.length > 0 ? <Problems problems={problems} /> : null}
          />
        </Suspense>
      )}
    </section>
  )
}

/** What there is to see of a published course. */
function Ways({ course: { id: courseId, slug }, me }: Pick<Props, 'course' | 'me'>) {
  return (
    <>
      {' '}
      <Link to="/courses/$slug" params={{ slug }}>
        {words.publicPage}
      </Link>
      {' · '}
      <Link to="/teach/$courseId/history" params={{ courseId }}>
        {words.history}
      </Link>
      {mayIn(me, 'reports') && (
        <>
          {' · '}
          <Link to="/teach/$courseId/reports" params={{ courseId }}>
            {words.reports}
          </Link>
        </>
      )}
    </>
  )
}
