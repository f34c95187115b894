import { type QueryClient, useQuery } from '@tanstack/react-query'
import type { CourseFile } from '#contract/files/file'
import type { CourseId } from '#contract/platform/ids'
import { call, routes } from '#web/api/client.ts'
import { answersOf, routeKey } from '#web/api/route-query.ts'

const PAGE = 100
const LOOK_AGAIN_MS = 3_000
/** What was begun so long ago and has not arrived was given up: nobody waits for it. */
const GIVEN_UP_MS = 15 * 60_000

/** All files of a course besides its videos, newest first; looked at again while one is arriving. */
export const useCourseFiles = (courseId: CourseId, isWanted: boolean) =>
  useQuery({
    queryKey: [...routeKey(routes.listFiles, { params: { courseId } }), 'all'],
    queryFn: async ({ signal }) => {
      const files: CourseFile[] = []
      let cursor: string | undefined
      do {
        const page = await call(
          routes.listFiles,
          { params: { courseId }, query: { limit: PAGE, ...(cursor && { cursor }) } },
          { signal },
        )
        files.push(...page.items)
        cursor = page.nextCursor ?? undefined
      } while (cursor)
      return files
    },
    enabled: isWanted,
    staleTime: 10_000,
    refetchInterval: ({ state: { data } }) => (data?.some(isComing) ? LOOK_AGAIN_MS : false),
  })

const isComing = ({ state, createdAt }: CourseFile) =>
  state === 'arriving' && Date.now() - Date.parse(createdAt) < GIVEN_UP_MS

/** Looks at once for what one's own action changed. */
export const refreshFiles = (queries: QueryClient) =>
  queries.invalidateQueries(answersOf(routes.listFiles))
