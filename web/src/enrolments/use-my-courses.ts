import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { routes } from '#web/api/client.ts'
import { routePages, routeQuery } from '#web/api/route-query.ts'

/** The hundred that I was last active in: for whoever asks about one of them. */
export const useMyCourses = (enabled: boolean) =>
  useQuery({ ...routeQuery(routes.listMyCourses, { query: { limit: 100 } }), enabled })

/** All of them, a page at a time. */
export const allMyCourses = routePages(routes.listMyCourses, (cursor) => ({
  query: { cursor, limit: 48 },
}))

export const useAllMyCourses = () => useInfiniteQuery(allMyCourses)
