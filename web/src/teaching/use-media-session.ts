import { useQuery } from '@tanstack/react-query'
import type { CourseId } from '#contract/ids'
import { call, routes } from '../api/client.ts'

/** Cookies are renewed this long before they end. */
const AHEAD_MS = 60_000

/** Signed cookies for a course's posters and videos, kept valid while a page shows them. */
export const useMediaSession = (courseId: CourseId) =>
  useQuery({
    queryKey: ['media-session', courseId],
    queryFn: () => call(routes.openMedia, { params: { courseId } }),
    staleTime: ({ state }) =>
      state.data ? Date.parse(state.data.expiresAt) - state.dataUpdatedAt - AHEAD_MS : 0,
    refetchInterval: ({ state }) =>
      state.data
        ? Math.max(10_000, Date.parse(state.data.expiresAt) - Date.now() - AHEAD_MS)
        : false,
    refetchIntervalInBackground: true,
  })
