import { Link } from '@tanstack/react-router'
import { Notice } from '#web/ui/notices.tsx'
import { useTitle } from '#web/ui/use-title.ts'
import { words } from '#web/ui/words/en.ts'

export function NotFoundPage() {
  useTitle(words.noPageTitle)
  return (
    <Notice title={words.noPage} text={words.noPageText}>
      <Link to="/">{words.allCourses}</Link>
    </Notice>
  )
}
