import { useQuery } from '@tanstack/react-query'
import type { PublishedOutline } from '#contract/courses/content'
import type { PlacedLesson } from '#contract/courses/content-paths'
import { contentQuery, gateQuery, openUrl } from './course-queries.ts'

/** What an open lesson shows, and a way to be let in again where its cookies are gone. */
export function useLessonContent(
  outline: Pick<PublishedOutline, 'courseId' | 'version'>,
  lesson: PlacedLesson,
  reopenCourse: () => Promise<unknown>,
) {
  const url = openUrl(outline, lesson)
  const gate = useQuery({ ...gateQuery(outline.courseId, lesson.id), enabled: url === undefined })
  const content = useQuery(contentQuery(url ?? gate.data?.contentUrl))
  const reopen =
    url === undefined ? () => gate.refetch({ throwOnError: true }) : () => reopenCourse()
  return {
    content: content.data,
    error: content.error ?? (content.data ? null : gate.error),
    reopen,
    retry: () =>
      void reopen().then(
        () => content.refetch(),
        () => undefined,
      ),
  }
}
