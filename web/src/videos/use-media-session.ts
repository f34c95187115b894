import { useQuery } from '@tanstack/react-query'
import type { CourseId } from '#contract/platform/ids'
import { call, routes } from '#web/api/client.ts'
import { renewInTime } from '#web/api/renew-in-time.ts'

/** Signed cookies for a course's posters and videos, kept valid while a page shows them. */
export const useMediaSession = (courseId: CourseId) =>
  useQuery({
    queryKey: ['media-session', courseId],
    queryFn: () => call(routes.openMedia, { params: { courseId } }),
    ...renewInTime,
  })
