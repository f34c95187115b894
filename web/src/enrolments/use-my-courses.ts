import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { call, routes } from '#web/api/client.ts'

/** The hundred that I was last active in: for whoever asks about one of them. */
export const useMyCourses = (enabled: boolean) =>
  useQuery({
    queryKey: ['my-courses'],
    queryFn: () => call(routes.listMyCourses, { query: { limit: 100 } }),
    enabled,
  })

/** All of them, a page at a time. */
export const useAllMyCourses = () =>
  useInfiniteQuery({
    queryKey: ['my-courses', 'pages'],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) =>
      call(routes.listMyCourses, { query: { cursor: pageParam, limit: 48 } }),
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  })
