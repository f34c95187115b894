import { Skeleton } from '@mantine/core'
import type { ReactNode } from 'react'
import { Notice } from '../layout/notices.tsx'
import { signIn } from './session.ts'
import { useSession } from './use-session.ts'

/** Shows its children to whoever is signed in (and, if asked, an author), others the way in. */
export function SignInGate({ author, children }: { author?: boolean; children: ReactNode }) {
  const session = useSession()
  if (session.state === 'loading')
    return (
      <div className="page">
        <Skeleton height={40} width={240} />
      </div>
    )
  if (session.state === 'signed-out')
    return (
      <Notice
        title="Sign in to go on"
        text="This page belongs to your account. You come back here after signing in."
        action={{ label: 'Sign in', run: () => void signIn() }}
      />
    )
  if (author && !session.person.isAuthor)
    return (
      <Notice
        title="Your account cannot make courses yet"
        text="Ask an administrator of this site to add you to the authors, then sign in again."
      />
    )
  return children
}
