import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { CourseId } from '#contract/platform/ids'
import { call, routes } from '#web/api/client.ts'
import { answersOf, routePages } from '#web/api/route-query.ts'

/** What a course announces, a page at a time. What was new when it came stays so while the page is looked at. */
export function useAnnouncements(courseId: CourseId) {
  const pages = routePages(routes.listAnnouncements, (cursor) => ({
    params: { courseId },
    query: { cursor },
  }))
  const list = useInfiniteQuery(pages)
  const queries = useQueryClient()
  const { mutate } = useMutation({
    mutationFn: (until: string) =>
      call(routes.markAnnouncementsSeen, { params: { courseId }, body: { until } }),
    onSuccess: () => void queries.invalidateQueries(answersOf(routes.listNotifications)),
  })
  const mute = useMutation({
    mutationFn: (muted: boolean) =>
      call(routes.muteAnnouncements, { params: { courseId }, body: { muted } }),
    onSuccess: (_, isMuted) => {
      queries.setQueryData(
        pages.queryKey,
        (known) => known && { ...known, pages: known.pages.map((page) => ({ ...page, isMuted })) },
      )
      void queries.invalidateQueries(answersOf(routes.listNotifications))
    },
  })
  const items = list.data?.pages.flatMap((page) => page.items)
  const newest = items
    ?.filter(({ isNew }) => isNew)
    .map(({ publishedAt }) => publishedAt)
    .sort()
    .at(-1)
  useEffect(() => {
    if (newest) mutate(newest)
  }, [newest, mutate])
  const { courseTitle = '', isMuted = false } = list.data?.pages[0] ?? {}
  return { list, items, courseTitle, isMuted, mute }
}
