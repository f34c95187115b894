import { DirectionProvider, MantineProvider } from '@mantine/core'
import { type QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { type AnyRouter, RouterProvider } from '@tanstack/react-router'
import { theme } from './theme.ts'

interface Props {
  readonly direction: 'ltr' | 'rtl'
  readonly router: AnyRouter
  readonly queries: QueryClient
}

/** All of the client around its router: the same where a page is made and where it is taken over. */
export const Client = ({ direction, router, queries }: Props) => (
  <DirectionProvider initialDirection={direction} detectDirection={false}>
    <MantineProvider theme={theme} defaultColorScheme="auto">
      <QueryClientProvider client={queries}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </MantineProvider>
  </DirectionProvider>
)
