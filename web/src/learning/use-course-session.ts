import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect } from 'react'
import type { PublishedOutline } from '#contract/content'
import type { CourseId, LessonId } from '#contract/ids'
import type { CourseSession, LessonProgress, WatchedRanges } from '#contract/models/learning'
import { ApiError, call, routes } from '../api/client.ts'
import { beat, sendKept, sendKeptWhenBack } from './heartbeats.ts'
import { withProgress } from './with-progress.ts'

/** Cookies are renewed this long before they end. */
const AHEAD_MS = 60_000

/** An address below the web origin, with or without its leading slash. */
export const siteAddress = (address: string) => new URL(address, `${location.origin}/`).href

/** How far the learner is in a lesson now; `completed` is for articles, the server decides on videos. */
export interface Played {
  readonly positionSeconds: number
  readonly durationSeconds: number
  readonly watched: WatchedRanges
  readonly completed: boolean
}

/** A course that the learner has open: its session (with the cookies), its outline, and progress. */
export function useCourseSession(courseId: CourseId) {
  const queries = useQueryClient()
  const key = ['session', courseId]
  const session = useQuery({
    queryKey: key,
    queryFn: async () => {
      await sendKept()
      return call(routes.openCourse, { params: { courseId } })
    },
    staleTime: ({ state }) =>
      state.data ? Date.parse(state.data.expiresAt) - state.dataUpdatedAt - AHEAD_MS : 0,
    refetchInterval: ({ state }) =>
      state.data
        ? Math.max(10_000, Date.parse(state.data.expiresAt) - Date.now() - AHEAD_MS)
        : false,
    refetchIntervalInBackground: true,
  })
  const outlineUrl = session.data?.outlineUrl
  const outline = useQuery({
    queryKey: ['outline', outlineUrl],
    enabled: outlineUrl !== undefined,
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: () => fetchOutline(outlineUrl ?? ''),
  })
  useEffect(sendKeptWhenBack, [])

  const record = useCallback(
    async (lessonId: LessonId, played: Played) => {
      const at = new Date().toISOString()
      const show = (progress: LessonProgress) =>
        queries.setQueryData<CourseSession>(
          ['session', courseId],
          (known) => known && withProgress(known, progress),
          { updatedAt: queries.getQueryState(['session', courseId])?.dataUpdatedAt },
        )
      const { positionSeconds, watched, completed } = played
      show({ lessonId, positionSeconds, watched, completed, updatedAt: at })
      const answer = await beat({ courseId, lessonId, ...played, at })
      if (answer) show(answer)
      void queries.invalidateQueries({ queryKey: ['my-courses'], refetchType: 'none' })
    },
    [queries, courseId],
  )
  return { session, outline, record }
}

async function fetchOutline(url: string): Promise<PublishedOutline> {
  const answer = await fetch(siteAddress(url), { credentials: 'same-origin' }).catch(
    () => undefined,
  )
  if (!answer) throw new ApiError('offline', 'The course cannot be reached. Check your connection.')
  if (answer.status === 403)
    throw new ApiError(
      'forbidden',
      'This browser was not let in to the course. Allow cookies for this site and try again.',
    )
  if (!answer.ok)
    throw new ApiError(
      'internal',
      `The course’s contents could not be read (${answer.status}). Try again.`,
    )
  return (await answer.json()) as PublishedOutline
}
