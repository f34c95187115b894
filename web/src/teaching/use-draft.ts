import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { CourseId } from '#contract/ids'
import { call, routes } from '../api/client.ts'
import { inProgress } from './asset-words.ts'

export const useDraft = (courseId: CourseId) =>
  useQuery({
    queryKey: ['draft', courseId],
    queryFn: () => call(routes.getDraft, { params: { courseId } }),
  })

/** The course's videos, looked at every 2 s while one is under way or was sent and is not there yet. */
export const useAssets = (courseId: CourseId, sent: readonly string[]) =>
  useQuery({
    queryKey: ['assets', courseId],
    queryFn: () => call(routes.listAssets, { params: { courseId }, query: { limit: 100 } }),
    refetchInterval: ({ state: { data } }) =>
      data?.items.some(inProgress) ||
      sent.some((name) => !data?.items.some((asset) => asset.fileName === name))
        ? 2000
        : // A lecture may arrive by S3 at any time, with nobody here having sent it.
          5000,
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
