import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { LessonContent, PublishedOutline } from '#contract/courses/content'
import type { PlacedLesson } from '#contract/courses/content-paths'
import { contentQuery, gateQuery, openUrl } from './course-queries.ts'

/**
 * What an open lesson shows, and a way to be let in again where its cookies are gone. Published again meanwhile, it stays
 * as it was opened, with cookies that still open it, and is replaced once they do not.
 */
export function useLessonContent(
  outline: Pick<PublishedOutline, 'courseId' | 'version'>,
  lesson: PlacedLesson,
  reopenCourse: () => Promise<unknown>,
) {
  const url = openUrl(outline, lesson)
  const gate = useQuery({ ...gateQuery(outline.courseId, lesson.id), enabled: url === undefined })
  const content = useQuery(contentQuery(url ?? gate.data?.contentUrl))
  const [shown, setShown] = useState<LessonContent>()
  const [follows, setFollows] = useState(false)
  if (content.data && content.data !== shown && (follows || !shown)) setShown(content.data)
  const reopen = async () => {
    await (url === undefined ? gate.refetch({ throwOnError: true }) : reopenCourse())
    setFollows(true)
  }
  return {
    content: shown,
    error: content.error ?? gate.error,
    reopen,
    retry: () =>
      void reopen().then(
        () => content.refetch(),
        () => undefined,
      ),
  }
}
