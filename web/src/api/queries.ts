import { QueryClient } from '@tanstack/react-query'
import { ApiError } from './client.ts'

/** What the client knows of the server, for the whole page. */
export const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 20_000,
      retryDelay: (count, error) =>
        Math.max(
          Math.min(30_000, 1000 * 2 ** count),
          error instanceof ApiError ? (error.retryAfterMs ?? 0) : 0,
        ),
      retry: (count, error) =>
        count < 2 &&
        !(
          error instanceof ApiError &&
          !['offline', 'internal', 'too_many_requests'].includes(error.code)
        ),
    },
  },
})
