import { IconBell } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import styles from './bell.module.css'
import { unreadIn, useNotifications } from './use-notifications.ts'
import { words } from './words/en.ts'

const MOST_SHOWN = 9

/** The way to what is new, with how much of it there is. What cannot be asked for now is asked for again later. */
export default function Bell() {
  const unread = unreadIn(useNotifications())
  return (
    <Link to="/notifications" className={styles.bell} aria-label={words.bell(unread)}>
      <IconBell size={22} stroke={1.6} aria-hidden="true" />
      {unread > 0 && (
        <span className={styles.count} aria-hidden="true">
          {unread > MOST_SHOWN ? words.many : unread}
        </span>
      )}
    </Link>
  )
}
