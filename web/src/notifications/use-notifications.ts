import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { notificationLimits } from '#contract/notifications/limits'
import { call, routes } from '#web/api/client.ts'
import { routeQuery } from '#web/api/route-query.ts'

const EVERY_MS = notificationLimits.askedEverySeconds * 1000

/** Asked for when a page has come to rest, and every ten minutes while it is looked at; a tab in the background asks nothing. */
export const useNotifications = () =>
  useQuery({
    ...routeQuery(routes.listNotifications),
    staleTime: EVERY_MS,
    refetchInterval: EVERY_MS,
    refetchIntervalInBackground: false,
  })

/** What the bell has been told, for who shows a part of it: asks nothing. */
export const useKnownNotifications = () =>
  useQuery({ ...routeQuery(routes.listNotifications), enabled: false })

/** How many are unread of one course, or of all. */
export const unreadIn = (
  { data }: Pick<ReturnType<typeof useNotifications>, 'data'>,
  courseId?: string,
): number =>
  courseId === undefined
    ? (data?.unread ?? 0)
    : (data?.items.filter((one) => one.isUnread && one.courseId === courseId).length ?? 0)

export function useMarkAll() {
  const queries = useQueryClient()
  const { queryKey } = routeQuery(routes.listNotifications)
  return useMutation({
    mutationFn: (until: string) => call(routes.markNotificationsSeen, { body: { until } }),
    onSuccess: (_, until) =>
      void queries.setQueryData(
        queryKey,
        (known) =>
          known && {
            unread: known.items.filter(({ at, isUnread }) => isUnread && at > until).length,
            items: known.items.map((one) => (one.at <= until ? { ...one, isUnread: false } : one)),
          },
      ),
  })
}
