import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { editorSeconds } from '#contract/lessons/editor-seconds'
import type { CourseId, LessonId } from '#contract/platform/ids'
import { call, routes } from '#web/api/client.ts'
import { answersOf, routeKey } from '#web/api/route-query.ts'

/**
 * Tells that this editor is open, as long as it is looked at, and answers who else has the course open. Beside others
 * the draft is read again each time, so that what they write shows.
 */
export function useOtherEditors(courseId: CourseId, lessonId: LessonId | null) {
  const queries = useQueryClient()
  const params = { courseId }
  const told = useQuery({
    queryKey: [...routeKey(routes.announceEditing, { params }), lessonId],
    queryFn: () => call(routes.announceEditing, { params, body: { lessonId } }),
    placeholderData: (before) => before,
    staleTime: editorSeconds.together * 1000,
    refetchInterval: ({ state }) =>
      1000 * (state.data?.others.length ? editorSeconds.together : editorSeconds.alone),
  })
  const others = told.data?.others ?? []
  const isBeside = others.length > 0
  // biome-ignore lint/correctness/useExhaustiveDependencies: each answer is an occasion
  useEffect(() => {
    if (isBeside) void queries.invalidateQueries(answersOf(routes.getDraft))
  }, [isBeside, told.dataUpdatedAt, queries])
  useEffect(() => {
    const params = { courseId }
    const leave = () => {
      const body = { lessonId: null, leaves: true }
      call(routes.announceEditing, { params, body }, { keepalive: true }).catch(() => undefined)
    }
    addEventListener('pagehide', leave)
    return () => {
      removeEventListener('pagehide', leave)
      leave()
    }
  }, [courseId])
  return others
}
