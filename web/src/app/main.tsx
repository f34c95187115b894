import '@fontsource-variable/inter'
import '@mantine/core/styles.css'
import './styles.css'
import { DirectionProvider, MantineProvider } from '@mantine/core'
import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { createRoot } from 'react-dom/client'
import { queries } from '#web/api/queries.ts'
import { restoreSession, watchOtherTabs } from '#web/people/session.ts'
import { router } from './router.tsx'
import { theme } from './theme.ts'

const root = document.getElementById('root')
if (!root) throw new Error('index.html has no #root')
if (location.pathname !== '/auth/callback') void restoreSession()
watchOtherTabs()
createRoot(root).render(
  <DirectionProvider
    initialDirection={document.dir === 'rtl' ? 'rtl' : 'ltr'}
    detectDirection={false}
  >
    <MantineProvider theme={theme} defaultColorScheme="auto">
      <QueryClientProvider client={queries}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </MantineProvider>
  </DirectionProvider>,
)
