import { Skeleton } from '@mantine/core'
import type { ReactNode } from 'react'
import { Notice } from '#web/ui/notices.tsx'
import { signIn } from './session.ts'
import { useSession } from './use-session.ts'
import { words } from './words/en.ts'

interface SignInGateProps {
  /** Where admins alone are let in: what others see. */
  notAdmin?: ReactNode
  children: ReactNode
}

/** Shows its children to whoever is signed in (and, if asked, an admin), others the way in. */
export function SignInGate({ notAdmin, children }: SignInGateProps) {
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
        title={words.signInFirst}
        text={words.signInFirstText}
        action={{ label: words.signIn, run: () => void signIn() }}
      />
    )
  if (notAdmin !== undefined && !session.person.isAdmin) return notAdmin
  return children
}
