import { queryOptions } from '@tanstack/react-query'
import type { PublishedOutline } from '#contract/courses/content'
import type { CourseId } from '#contract/platform/ids'
import { ApiError, call, routes } from '#web/api/client.ts'
import { fileKey } from '#web/api/file-key.ts'
import { renewInTime } from '#web/api/renew-in-time.ts'
import { routeKey } from '#web/api/route-query.ts'
import { heartbeats } from '#web/progress/heartbeats.ts'
import { words } from './words/en.ts'

/** Progress younger than this is not asked for again when the learner comes back to the page. */
const FRESH_MS = 60_000

/** An address below the web origin, with or without its leading slash. */
export const siteAddress = (address: string) => new URL(address, `${location.origin}/`).href

/** A course's session: its cookies, and how far the learner is. */
export const sessionQuery = (courseId: CourseId) =>
  queryOptions({
    queryKey: routeKey(routes.openCourse, { params: { courseId } }),
    queryFn: async () => {
      await heartbeats.sendKept()
      return call(routes.openCourse, { params: { courseId } })
    },
    ...renewInTime,
    // Meanwhile they may have gone on at another device.
    refetchOnWindowFocus: ({ state }) =>
      Date.now() - state.dataUpdatedAt > FRESH_MS ? 'always' : false,
  })

/** A published outline, which never changes at its address; none while the address is not known. */
export const outlineQuery = (outlineUrl: string | undefined) =>
  queryOptions({
    queryKey: fileKey(outlineUrl),
    enabled: outlineUrl !== undefined,
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: () => fetchOutline(outlineUrl ?? ''),
  })

async function fetchOutline(url: string): Promise<PublishedOutline> {
  const answer = await fetch(siteAddress(url), { credentials: 'same-origin' }).catch(
    () => undefined,
  )
  if (!answer) throw new ApiError('offline', words.offline)
  if (answer.status === 403) throw new ApiError('forbidden', words.notLetIn)
  if (!answer.ok) throw new ApiError('internal', words.notRead(answer.status))
  return (await answer.json()) as PublishedOutline
}
