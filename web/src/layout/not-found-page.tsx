import { Link } from '@tanstack/react-router'
import { Notice } from './notices.tsx'
import { useTitle } from './use-title.ts'
import { words } from './words/en.ts'

export function NotFoundPage() {
  useTitle(words.noPageTitle)
  return (
    <Notice title={words.noPage} text={words.noPageText}>
      <Link to="/">{words.allCourses}</Link>
    </Notice>
  )
}
