import { useNavigate } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { Notice } from '../layout/notices.tsx'
import { finishSignIn, signIn } from './session.ts'

/** Where the managed login sends people back to. */
export function CallbackPage() {
  const navigate = useNavigate()
  const [failed, setFailed] = useState(false)
  useEffect(() => {
    finishSignIn().then(
      (returnTo) => navigate({ href: returnTo, replace: true }),
      (error: unknown) => {
        console.warn('Sign-in did not finish', error)
        setFailed(true)
      },
    )
  }, [navigate])
  if (!failed)
    return (
      <p role="status" className="page quiet">
        Signing you in…
      </p>
    )
  return (
    <Notice
      title="Sign-in did not finish"
      text="The link may be too old, or sign-in was started in another window."
      action={{ label: 'Sign in again', run: () => void signIn('/') }}
    />
  )
}
