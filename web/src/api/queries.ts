import { QueryClient } from '@tanstack/react-query'
import { ApiError } from './client.ts'

/** Whether what failed so often is asked once more. */
export const retried = (count: number, error: Error): boolean =>
  count < 2 &&
  !(error instanceof ApiError && !['offline', 'internal', 'too_many_requests'].includes(error.code))

/** Milliseconds. */
export const retriedAfter = (count: number, error: Error): number =>
  (error instanceof ApiError ? (error.retryAfterMs ?? 0) : 0) +
  Math.random() * Math.min(30_000, 2000 * 2 ** count)

/** What the client knows of the server, for the whole page. */
export const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 20_000,
      // At random: what failed for a whole class at once does not come back at once.
      retryDelay: retriedAfter,
      retry: retried,
    },
  },
})
