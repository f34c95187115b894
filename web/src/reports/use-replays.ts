import { skipToken, useQuery } from '@tanstack/react-query'
import type { CourseId, LessonId } from '#contract/platform/ids'
import { routes } from '#web/api/client.ts'
import { routeKey, routeQuery } from '#web/api/route-query.ts'
import { periodOf } from './period.ts'

/** How often each part of a lesson's video was played, the most being 1; nothing while nobody watched it. */
export function useReplays(courseId: CourseId, lessonId: LessonId | undefined) {
  const query = periodOf({ days: 90 }, Date.now())
  const { data } = useQuery(
    lessonId
      ? routeQuery(routes.getLessonReport, { params: { courseId, lessonId }, query })
      : { queryKey: routeKey(routes.getLessonReport, {}), queryFn: skipToken },
  )
  const plays = data?.parts.map((part) => part.plays) ?? []
  const most = Math.max(0, ...plays)
  return data && most > 0
    ? { partSeconds: data.partSeconds, shares: plays.map((one) => one / most) }
    : undefined
}
