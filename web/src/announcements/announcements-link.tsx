import { Link } from '@tanstack/react-router'
import type { CourseId } from '#contract/platform/ids'
import { unreadIn, useKnownNotifications } from '#web/notifications/use-notifications.ts'
import { words } from './words/link/en.ts'

/** The way from a course to what its teachers announce, with how much of it is new. */
export default function AnnouncementsLink({ courseId }: { courseId: CourseId }) {
  const unread = unreadIn(useKnownNotifications(), courseId)
  return (
    <Link to="/learn/$courseId/announcements" params={{ courseId }}>
      {unread > 0 ? words.withNew(unread) : words.announcements}
    </Link>
  )
}
