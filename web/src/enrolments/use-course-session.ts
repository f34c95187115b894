import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { CourseId, LessonId } from '#contract/platform/ids'
import type { LessonProgress, WatchedRanges } from '#contract/progress/progress'
import { routes } from '#web/api/client.ts'
import { answersOf } from '#web/api/route-query.ts'
import { personId } from '#web/people/session.ts'
import { heartbeats, sendKeptWhenBack } from '#web/progress/heartbeats.ts'
import { withProgress } from '#web/progress/with-progress.ts'
import { outlineQuery, sessionQuery } from './course-queries.ts'

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
  const session = useQuery(sessionQuery(courseId))
  const outline = useQuery({
    ...outlineQuery(session.data?.outlineUrl),
    // A course that is published again takes no playing video off the page.
    placeholderData: (before) => (before?.courseId === courseId ? before : undefined),
  })
  useEffect(sendKeptWhenBack, [])

  // Whoever watches here, though somebody else has signed in by the time that this page ends.
  const [person] = useState(personId)
  const recorded = useRef(0)
  const record = useCallback(
    async (lessonId: LessonId, played: Played) => {
      recorded.current += 1
      const mine = recorded.current
      const at = new Date().toISOString()
      const { queryKey } = sessionQuery(courseId)
      const show = (progress: LessonProgress) =>
        queries.setQueryData(
          queryKey,
          (known) =>
            known && withProgress(known, progress, { overtaken: recorded.current !== mine }),
          { updatedAt: queries.getQueryState(queryKey)?.dataUpdatedAt },
        )
      const { positionSeconds, watched, completed } = played
      show({ lessonId, positionSeconds, watched, completed, updatedAt: at })
      const answer =
        person && (await heartbeats.record({ courseId, lessonId, ...played, at }, person))
      if (answer) show(answer)
      void queries.invalidateQueries({ ...answersOf(routes.listMyCourses), refetchType: 'none' })
    },
    [queries, courseId, person],
  )
  return { session, outline, record }
}
