import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import type { Response as Answer } from '#contract/http/route'
import type { routes as declared } from '#contract/routes'
import { call, type Input, type RouteId } from './client.ts'

type Declared = typeof declared
type Named<K extends RouteId> = Parameters<typeof call<K>>[0]
/** The routes that answer a page of a list, and where the next one begins. */
type PagedId = {
  [K in RouteId]: Answer<Declared[K]> extends { readonly nextCursor: string | null } ? K : never
}[RouteId]

/** What a route answers to a question, by the route's id and the question. */
export const routeQuery = <K extends RouteId>(route: Named<K>, asked: Input<K> = {}) =>
  queryOptions({
    queryKey: routeKey(route, asked),
    queryFn: ({ signal }) => call(route, asked, { signal }),
  })

/** All that a route lists, a page at a time, each asked for with the cursor of the one before. */
export const routePages = <K extends PagedId>(
  route: Named<K>,
  asked: (cursor?: string) => Input<K>,
) =>
  infiniteQueryOptions({
    queryKey: [...routeKey(route, asked()), 'pages'],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) => call(route, asked(pageParam), { signal }),
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
  })

/** The key by itself, for a query that does more than call. */
export const routeKey = <K extends RouteId>(route: Named<K>, asked: Input<K>) =>
  [route.id, asked] as const

/** Everything that a route has answered, whatever was asked: to forget it after a write. */
export const answersOf = (route: Named<RouteId>) => ({ queryKey: [route.id] }) as const
