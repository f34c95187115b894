import '@fontsource-variable/inter'
import '@mantine/core/styles.css'
import './styles.css'
import { MantineProvider } from '@mantine/core'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { createRoot } from 'react-dom/client'
import { ApiError } from './api/client.ts'
import { restoreSession } from './auth/session.ts'
import { router } from './router.tsx'
import { theme } from './theme.ts'

const queries = new QueryClient({
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

const root = document.getElementById('root')
if (!root) throw new Error('index.html has no #root')
if (location.pathname !== '/auth/callback') void restoreSession()
createRoot(root).render(
  <MantineProvider theme={theme} defaultColorScheme="auto">
    <QueryClientProvider client={queries}>
      <RouterProvider router={router} />
    </QueryClientProvider>
  </MantineProvider>,
)
