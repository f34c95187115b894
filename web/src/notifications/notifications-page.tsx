import { Button, Skeleton } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { SignInGate } from '#web/people/sign-in-gate.tsx'
import layout from '#web/ui/layout.module.css'
import { ErrorNotice, messageOf, Notice } from '#web/ui/notices.tsx'
import { useTitle } from '#web/ui/use-title.ts'
import { WhenInWords } from '#web/ui/when-in-words.tsx'
import styles from './notifications.module.css'
import { useMarkAll, useNotifications } from './use-notifications.ts'
import { words } from './words/en.ts'

export function NotificationsPage() {
  useTitle(words.notifications)
  return (
    <SignInGate>
      <Notifications />
    </SignInGate>
  )
}

/** What came out in a person's courses. Opening one of them marks it, with the others of its course. */
function Notifications() {
  const list = useNotifications()
  const markAll = useMarkAll()
  const { data } = list
  if (list.isError && !data)
    return <ErrorNotice error={list.error} retry={() => void list.refetch()} />
  if (data?.items.length === 0)
    return (
      <Notice title={words.none} text={words.noneText}>
        <Link to="/my">{words.findCourse}</Link>
      </Notice>
    )
  const newest = data?.items[0]?.at
  return (
    <div className="page narrow">
      <div className={layout.titleRow}>
        <h1>{words.notifications}</h1>
        {newest && data.unread > 0 && (
          <Button
            variant="default"
            loading={markAll.isPending}
            onClick={() => markAll.mutate(newest)}
          >
            {words.markAll}
          </Button>
        )}
      </div>
      <p role="status" className="quiet">
        {data?.unread === 0 && words.allRead}
      </p>
      {markAll.isError && (
        <p role="alert" className="problem">
          {messageOf(markAll.error)}
        </p>
      )}
      {!data && <Skeleton height={240} />}
      <ul className={layout.rows}>
        {data?.items.map(({ id, courseId, courseTitle, title, at, isUnread }) => (
          <li key={id} className={styles.row} data-unread={isUnread || undefined}>
            <span>
              {isUnread && <span className={styles.unread} role="img" aria-label={words.unread} />}
              <Link to="/learn/$courseId/announcements" params={{ courseId }} hash={id}>
                <bdi>{title}</bdi>
              </Link>
            </span>
            <span className="quiet">
              {courseTitle && (
                <>
                  <bdi>{courseTitle}</bdi>
                  {' · '}
                </>
              )}
              <WhenInWords instant={at} />
            </span>
          </li>
        ))}
      </ul>
    </div>
  )
}
