import { Link } from '@tanstack/react-router'
import { Notice } from './notices.tsx'
import { useTitle } from './use-title.ts'

export function NotFoundPage() {
  useTitle('Page not found')
  return (
    <Notice
      title="There is no page here"
      text="The address may be mistyped, or what was here has been removed."
    >
      <Link to="/">See all courses</Link>
    </Notice>
  )
}
