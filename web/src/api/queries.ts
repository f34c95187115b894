import { QueryClient } from '@tanstack/react-query'
import { ApiError } from './client.ts'

/** What the client knows of the server, for the whole page. */
export const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 20_000,
      retry: (count, error) =>
        count < 2 &&
        !(
          error instanceof ApiError &&
          !['offline', 'internal', 'too_many_requests'].includes(error.code)
        ),
    },
  },
})
