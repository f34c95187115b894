import { useQuery } from '@tanstack/react-query'
import type { CourseId } from '#contract/platform/ids'
import { routes } from '#web/api/client.ts'
import { renewInTime } from '#web/api/renew-in-time.ts'
import { routeQuery } from '#web/api/route-query.ts'

export const mediaQuery = (courseId: CourseId) =>
  routeQuery(routes.openMedia, { params: { courseId } })

/** Signed cookies for a course's posters and videos, kept valid while a page shows them. */
export const useMediaSession = (courseId: CourseId) =>
  useQuery({ ...mediaQuery(courseId), ...renewInTime })
