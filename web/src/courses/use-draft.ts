import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import type { CourseId } from '#contract/platform/ids'
import { routes } from '#web/api/client.ts'
import { answersOf, routeQuery } from '#web/api/route-query.ts'

export const draftQuery = (courseId: CourseId) =>
  routeQuery(routes.getDraft, { params: { courseId } })

export const useDraft = (courseId: CourseId) =>
  useQuery({
    ...draftQuery(courseId),
    // Others edit it too: looked at again whenever the tab comes to the front.
    staleTime: 1000,
  })

/** Changes of one draft go one after the other. */
export const draftScope = (courseId: CourseId) => ({ id: `draft ${courseId}` })

/** Runs one change of the draft after the other, and shows the draft as it is then. */
export function useChange(courseId: CourseId) {
  const queries = useQueryClient()
  return useMutation({
    scope: draftScope(courseId),
    mutationFn: (change: () => Promise<unknown>) => change(),
    onSettled: async () => {
      await queries.invalidateQueries(draftQuery(courseId))
      // Whoever went there before the last field was saved.
      void queries.invalidateQueries(answersOf(routes.previewCourse))
      void queries.invalidateQueries(answersOf(routes.previewLesson))
      void queries.invalidateQueries(answersOf(routes.listDrafts))
    },
  })
}

/** The same for fields, which themselves tell of what fails. */
export function useSave(courseId: CourseId): Save {
  const { mutateAsync } = useChange(courseId)
  return useCallback(
    <T>(write: () => Promise<T>) =>
      new Promise<T>((resolve, reject) => {
        mutateAsync(() => write().then(resolve)).catch(reject)
      }),
    [mutateAsync],
  )
}

export interface Editing {
  /** What is done by a button: an error shows above. */
  readonly change: (change: () => Promise<unknown>) => void
  readonly save: Save
}
type Save = <T>(write: () => Promise<T>) => Promise<T>
