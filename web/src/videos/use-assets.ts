import { type QueryClient, queryOptions, useQuery, useQueryClient } from '@tanstack/react-query'
import type { CourseId } from '#contract/platform/ids'
import type { AssetCard } from '#contract/videos/asset'
import { call, routes } from '#web/api/client.ts'
import { routeKey } from '#web/api/route-query.ts'
import { isCaptions } from '#web/uploads/sort-files.ts'
import { useUploads } from '#web/uploads/uploads.ts'
import { inProgress } from './asset-words.ts'
import { type KnownAssets, latestChange, mergeAssets } from './merge-assets.ts'

const PAGE = 200
/** What was deleted whole while nobody looked is only missed by reading all anew. */
const READ_ANEW_MS = 10 * 60_000
/** As are captions or a manifest that were rejected: once mended, they are not shown any more. */
const READ_ANEW_AFTER_REJECTION_MS = 20_000
const QUICK_MS = 2000
/** A lecture may arrive by S3 at any time, with nobody here having sent it. */
const CALM_MS = 8000

const keyOf = (courseId: CourseId) => routeKey(routes.listAssets, { params: { courseId } })

export const assetsQuery = (queries: QueryClient, courseId: CourseId) =>
  queryOptions({
    queryKey: keyOf(courseId),
    queryFn: ({ signal }) => bringUpToDate(queries, courseId, signal),
    staleTime: 1000,
  })

/**
 * A course's videos: read page by page, shown as they come, and from then on only what changed is
 * asked for, every 2 s while one is under way or was sent and is not there yet.
 */
export function useAssets(courseId: CourseId) {
  const queries = useQueryClient()
  const sent = useUploads().filter(
    (one) => one.courseId === courseId && one.state === 'sent' && !isCaptions(one.fileName),
  )
  return useQuery({
    ...assetsQuery(queries, courseId),
    structuralSharing: false,
    refetchInterval: ({ state: { data } }) =>
      data?.items.some(inProgress) ||
      sent.some(({ session }) => !data?.items.some(({ sourceKey }) => sourceKey === session?.key))
        ? QUICK_MS
        : CALM_MS,
  })
}

const isRejectedCompanion = ({ state, fileName }: AssetCard) =>
  state === 'rejected' && /\.(vtt|srt|json|ya?ml)$/i.test(fileName)

const readAnewAfter = ({ items }: KnownAssets) =>
  items.some(isRejectedCompanion) ? READ_ANEW_AFTER_REJECTION_MS : READ_ANEW_MS

/** Looks at once for what one's own action changed. */
export const refreshAssets = (queries: QueryClient, courseId: CourseId) =>
  queries.invalidateQueries({ queryKey: keyOf(courseId) })

async function bringUpToDate(
  queries: QueryClient,
  courseId: CourseId,
  signal: AbortSignal,
): Promise<KnownAssets> {
  const known = queries.getQueryData<KnownAssets>(keyOf(courseId))
  const read = (query: { cursor?: string; changedSince?: string }) =>
    call(routes.listAssets, { params: { courseId }, query: { limit: PAGE, ...query } }, { signal })
  if (known?.complete && known.changedSince && Date.now() - known.readAt < readAnewAfter(known)) {
    let now = known
    let cursor: string | undefined
    do {
      const page = await read({
        changedSince: known.changedSince,
        ...(cursor ? { cursor } : {}),
      })
      now = mergeAssets(now, page.items)
      cursor = page.nextCursor ?? undefined
    } while (cursor)
    return now
  }
  let items: AssetCard[] = []
  let cursor: string | undefined
  const readAt = Date.now()
  do {
    const page = await read(cursor ? { cursor } : {})
    items = [...items, ...page.items.filter(({ state }) => state !== 'deleting')]
    cursor = page.nextCursor ?? undefined
    // A list that is whole on the screen already is not cut back to its first page.
    if (cursor && !known?.complete)
      queries.setQueryData<KnownAssets>(keyOf(courseId), {
        items,
        complete: false,
        changedSince: null,
        readAt,
      })
  } while (cursor)
  return {
    items,
    complete: true,
    changedSince: latestChange({ changedSince: null }, items),
    readAt,
  }
}
