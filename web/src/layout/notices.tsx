import { Button } from '@mantine/core'
import type { ReactNode } from 'react'

interface NoticeProps {
  readonly title: string
  readonly text: string
  readonly action?: { readonly label: string; readonly run: () => void }
  readonly children?: ReactNode
}

/** What there is to say instead of content, and the way out. */
export function Notice({ title, text, action, children }: NoticeProps) {
  return (
    <section className="notice" role="status">
      <h1>{title}</h1>
      <p>{text}</p>
      {action && <Button onClick={action.run}>{action.label}</Button>}
      {children}
    </section>
  )
}

export const messageOf = (error: unknown) =>
  error instanceof Error ? error.message : 'The page could not be shown. Try again.'

export function ErrorNotice({ error, retry }: { error: unknown; retry: () => void }) {
  return (
    <Notice
      title="This could not be loaded"
      text={messageOf(error)}
      action={{ label: 'Try again', run: retry }}
    />
  )
}

/** The router's last resort. */
export function CrashNotice({ error }: { error: unknown }) {
  return (
    <Notice
      title="This page stopped working"
      text={`${messageOf(error)} Load the page again; what was saved is still there.`}
      action={{ label: 'Load again', run: () => location.reload() }}
    />
  )
}
