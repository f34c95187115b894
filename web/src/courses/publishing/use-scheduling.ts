import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { CourseId } from '#contract/platform/ids'
import { routes } from '#web/api/client.ts'
import { routeQuery } from '#web/api/route-query.ts'

export const scheduleQuery = (courseId: CourseId) =>
  routeQuery(routes.getSchedule, { params: { courseId } })

/** Runs a change of when a draft is published by itself, and shows what is so then. */
export function useScheduling(courseId: CourseId) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (change: () => Promise<unknown>) => change(),
    onSettled: () => queries.invalidateQueries(scheduleQuery(courseId)),
  })
}
