import { Skeleton } from '@mantine/core'
import { Link, useLocation, useParams } from '@tanstack/react-router'
import { useEffect } from 'react'
import type { CourseId } from '#contract/platform/ids'
import { ApiError } from '#web/api/client.ts'
import { SignInGate } from '#web/people/sign-in-gate.tsx'
import { SwitchField } from '#web/ui/fields/switch-field.tsx'
import { ErrorNotice, messageOf, Notice } from '#web/ui/notices.tsx'
import { ShowMore } from '#web/ui/show-more.tsx'
import { useTitle } from '#web/ui/use-title.ts'
import { AnnouncementCard } from './announcement-card.tsx'
import styles from './announcements.module.css'
import { useAnnouncements } from './use-announcements.ts'
import { words } from './words/en.ts'

export function AnnouncementsPage() {
  const { courseId } = useParams({ from: '/learn/$courseId/announcements' })
  return (
    <SignInGate>
      <Announcements courseId={courseId} />
    </SignInGate>
  )
}

/** What a course's teachers tell those who learn it. */
function Announcements({ courseId }: { courseId: CourseId }) {
  const { list, items, courseTitle, isMuted, mute } = useAnnouncements(courseId)
  const hash = useLocation({ select: ({ hash }) => hash })
  const isHere = items?.some(({ id }) => id === hash) ?? false
  // A notification leads to one of them, which comes after the page.
  useEffect(() => {
    if (isHere) document.getElementById(hash)?.scrollIntoView({ block: 'center' })
  }, [isHere, hash])
  useTitle(courseTitle ? words.announcementsOf(courseTitle) : words.announcements)
  if (list.isError && !items) {
    if (list.error instanceof ApiError && list.error.code === 'not_found')
      return (
        <Notice title={words.notYours} text={words.notYoursText}>
          <Link to="/courses/$slug" params={{ slug: courseId }}>
            {words.toCourse}
          </Link>
        </Notice>
      )
    return <ErrorNotice error={list.error} retry={() => void list.refetch()} />
  }
  return (
    <div className="page narrow">
      <Link to="/learn/$courseId/{-$lessonId}" params={{ courseId }} className="quiet" dir="auto">
        {courseTitle || words.backToCourse}
      </Link>
      <h1>{words.announcements}</h1>
      {items && (
        <SwitchField
          label={words.notify}
          checked={mute.isPending ? !mute.variables : !isMuted}
          change={(wanted) => mute.mutate(!wanted)}
        />
      )}
      {mute.isError && (
        <p role="alert" className="problem">
          {messageOf(mute.error)}
        </p>
      )}
      {!items && <Skeleton height={160} />}
      {items?.length === 0 && (
        <section data-part="none">
          <h2>{words.none}</h2>
          <p className="quiet">{words.noneText}</p>
        </section>
      )}
      {items && items.length > 0 && (
        <ul className={styles.list}>
          {items.map((one) => (
            <li key={one.id}>
              <AnnouncementCard announcement={one} />
            </li>
          ))}
        </ul>
      )}
      <ShowMore list={list} />
    </div>
  )
}
