import { useNavigate } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { Notice } from '#web/ui/notices.tsx'
import { finishSignIn, signIn } from './session.ts'
import { words } from './words/en.ts'

/** Where the managed login sends people back to. */
export function CallbackPage() {
  const navigate = useNavigate()
  const [failed, setFailed] = useState(false)
  useEffect(() => {
    finishSignIn().then(
      (returnTo) => navigate({ href: returnTo, replace: true }),
      (error: unknown) => {
        console.warn('The sign-in was not answered', error)
        setFailed(true)
      },
    )
  }, [navigate])
  if (!failed)
    return (
      <p role="status" className="page quiet">
        {words.signingIn}
      </p>
    )
  return (
    <Notice
      title={words.notFinished}
      text={words.notFinishedText}
      action={{ label: words.signInAgain, run: () => void signIn('/') }}
    />
  )
}
