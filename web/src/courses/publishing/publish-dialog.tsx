import { Button, Modal, Skeleton } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { CourseDraft } from '#contract/courses/course'
import { ApiError, call, routes } from '#web/api/client.ts'
import { routeQuery } from '#web/api/route-query.ts'
import { rememberPublication } from '#web/courses/own-publications.ts'
import { useChange } from '#web/courses/use-draft.ts'
import { messageOf } from '#web/ui/notices.tsx'
import { ChangeList } from './change-list.tsx'
import styles from './publishing.module.css'
import { ScheduleForm } from './schedule-form.tsx'
import { WarningList } from './warning-list.tsx'
import { words } from './words/en.ts'

interface Props {
  readonly course: CourseDraft
  readonly opened: boolean
  readonly close: () => void
  readonly done: () => void
  /** What stands between the draft and learners; without it nothing does. */
  readonly blockers: ReactNode
}

/** What publishing would change, and what is likely a mistake; then it is published or not. */
export default function PublishDialog({ opened, close, ...given }: Props) {
  return (
    <Modal opened={opened} onClose={close} title={words.publishCourse} size="lg">
      <Review {...given} close={close} />
    </Modal>
  )
}

function Review({ course, close, done, blockers }: Omit<Props, 'opened'>) {
  const params = { courseId: course.id }
  // As the draft is now, each time that it is looked at.
  const look = useQuery({
    ...routeQuery(routes.getPublishing, { params }),
    staleTime: 0,
    gcTime: 0,
  })
  const { mutate, error, isPending } = useChange(course.id)
  const publish = () =>
    mutate(
      async () => {
        rememberPublication(await call(routes.publishCourse, { params }))
      },
      { onSuccess: done },
    )
  return (
    <>
      <Seen look={look} learners={course.enrolmentCount} />
      {blockers}
      {error && (
        <div role="alert" className="problem">
          {messageOf(error)}
          <ul className={styles.list}>
            {(error instanceof ApiError ? error.issues : []).map((issue) => (
              <li key={issue.path + issue.message}>{issue.message}</li>
            ))}
          </ul>
        </div>
      )}
      <ScheduleForm courseId={course.id} done={close} />
      <div className={styles.foot}>
        <Button variant="default" onClick={close}>
          {words.notYet}
        </Button>
        <Button loading={isPending} disabled={Boolean(blockers)} onClick={publish}>
          {words.publishNow}
        </Button>
      </div>
    </>
  )
}

const useLook = (course: CourseDraft) =>
  useQuery(routeQuery(routes.getPublishing, { params: { courseId: course.id } }))

interface SeenProps {
  readonly look: ReturnType<typeof useLook>
  readonly learners: number
}

function Seen({ look, learners }: SeenProps) {
  if (look.isError)
    return (
      <div role="alert" className="problem">
        <p>{words.notLooked(messageOf(look.error))}</p>
        <Button variant="default" size="compact-sm" onClick={() => void look.refetch()}>
          {words.lookOnceMore}
        </Button>
      </div>
    )
  if (!look.data || look.isFetching)
    return (
      <div role="status" aria-label={words.beingCompared}>
        <Skeleton height={20} mb={8} />
        <Skeleton height={20} mb={8} width="80%" />
        <Skeleton height={20} mb={8} width="60%" />
      </div>
    )
  const { first, changes, changeCount, warnings, warningCount } = look.data
  return (
    <>
      <h3>{words.whatChanges}</h3>
      {first ? (
        <p>{words.firstTime}</p>
      ) : (
        <ChangeList changes={changes} changeCount={changeCount} />
      )}
      {learners > 0 && changes.some(({ what }) => OPENINGS.has(what)) && (
        <p>{words.touches(learners)}</p>
      )}
      <WarningList warnings={warnings} warningCount={warningCount} />
    </>
  )
}

/** What changes when lessons open. */
const OPENINGS: ReadonlySet<string> = new Set([
  'module_rules_changed',
  'lesson_rules_changed',
  'lesson_opened',
])
