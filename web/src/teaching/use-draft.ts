import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { CourseId } from '#contract/ids'
import { call, routes } from '../api/client.ts'

export const useDraft = (courseId: CourseId) =>
  useQuery({
    queryKey: ['draft', courseId],
    queryFn: () => call(routes.getDraft, { params: { courseId } }),
  })

/** Runs one change of the draft after the other, and shows the draft as it is then. */
export function useChange(courseId: CourseId) {
  const queries = useQueryClient()
  return useMutation({
    scope: { id: `draft ${courseId}` },
    mutationFn: (change: () => Promise<unknown>) => change(),
    onSettled: async () => {
      await queries.invalidateQueries({ queryKey: ['draft', courseId] })
      void queries.invalidateQueries({ queryKey: ['drafts'] })
    },
  })
}
export type Change = (change: () => Promise<unknown>) => void
