import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import styles from './notices.module.css'
import { useTitle } from './use-title.ts'
import { words } from './words/en.ts'

interface NoticeProps {
  readonly title: string
  readonly text: string
  readonly action?: { readonly label: string; readonly run: () => void }
  readonly children?: ReactNode
}

/** What there is to say instead of content, and the way out. */
export function Notice({ title, text, action, children }: NoticeProps) {
  return (
    <section className={styles.notice} role="status">
      <h1>{title}</h1>
      <p>{text}</p>
      {action && <Button onClick={action.run}>{action.label}</Button>}
      {children}
    </section>
  )
}

export const messageOf = (error: unknown) =>
  error instanceof Error ? error.message : words.notShown

export function ErrorNotice({ error, retry }: { error: unknown; retry: () => void }) {
  return (
    <Notice
      title={words.notLoaded}
      text={messageOf(error)}
      action={{ label: words.tryAgain, run: retry }}
    />
  )
}

/** In place of a page that is not there, or not for whoever came. */
export function NotFoundPage() {
  useTitle(words.noPageTitle)
  return (
    <Notice title={words.noPage} text={words.noPageText}>
      <Link to="/">{words.allCourses}</Link>
    </Notice>
  )
}

/** The router's last resort. */
export function CrashNotice({ error }: { error: unknown }) {
  return (
    <Notice
      title={words.stopped}
      text={words.stoppedBy(messageOf(error))}
      action={{ label: words.loadAgain, run: () => location.reload() }}
    />
  )
}
