import { queryOptions } from '@tanstack/react-query'
import type { LessonContent, PublishedOutline } from '#contract/courses/content'
import { hasGate, lessonKey, type PlacedLesson } from '#contract/courses/content-paths'
import type { CourseId, LessonId } from '#contract/platform/ids'
import { ApiError, call, routes } from '#web/api/client.ts'
import { fileKey } from '#web/api/file-key.ts'
import { retried, retriedAfter } from '#web/api/queries.ts'
import { renewInTime } from '#web/api/renew-in-time.ts'
import { routeKey, routeQuery } from '#web/api/route-query.ts'
import { fetchFile } from '#web/early/early-answer.ts'
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
  publishedQuery<PublishedOutline>(outlineUrl)

/** What a published lesson shows. */
export const contentQuery = (contentUrl: string | undefined) =>
  publishedQuery<LessonContent>(contentUrl)

/** Where a lesson's content is fetched with the course's cookies, or by everyone; undefined: it has a gate. */
export const openUrl = (
  { courseId, version }: Pick<PublishedOutline, 'courseId' | 'version'>,
  lesson: PlacedLesson,
): string | undefined => (hasGate(lesson) ? undefined : `/${lessonKey(courseId, version, lesson)}`)

/** Opens a lesson that has a gate, with cookies of its own, and again before they end. */
export const gateQuery = (courseId: CourseId, lessonId: LessonId) =>
  queryOptions({
    ...routeQuery(routes.openLesson, { params: { courseId, lessonId } }),
    ...renewInTime,
    // What opens it may still be on its way to the server, or the clock there a moment behind.
    retry: (count, error) =>
      error instanceof ApiError && error.code === 'forbidden' ? count < 5 : retried(count, error),
    retryDelay: (count, error) =>
      error instanceof ApiError && error.code === 'forbidden'
        ? 400 * (count + 1)
        : retriedAfter(count, error),
  })

const publishedQuery = <T>(url: string | undefined) =>
  queryOptions({
    queryKey: fileKey(url),
    enabled: url !== undefined,
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: () => fetchPublished<T>(url ?? ''),
  })

async function fetchPublished<T>(url: string): Promise<T> {
  const answer = await fetchFile(siteAddress(url)).catch(() => undefined)
  if (!answer) throw new ApiError('offline', words.offline)
  if (answer.status === 403) throw new ApiError('forbidden', words.notLetIn)
  if (!answer.ok) throw new ApiError('internal', words.notRead(answer.status))
  return (await answer.json()) as T
}
