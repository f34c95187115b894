import '@fontsource-variable/inter'
import '@mantine/core/styles.css'
import './styles.css'
import { createRoot, hydrateRoot } from 'react-dom/client'
import { queries } from '#web/api/queries.ts'
import { fillQueries, readMadePage } from '#web/courses/made-page.ts'
import { restoreSession, watchOtherTabs } from '#web/people/session.ts'
import { Client } from './client.tsx'
import { router } from './router.tsx'

const root = document.getElementById('root')
if (!root) throw new Error('index.html has no #root')
if (location.pathname !== '/auth/callback') void restoreSession()
watchOtherTabs()
const client = (
  <Client direction={document.dir === 'rtl' ? 'rtl' : 'ltr'} router={router} queries={queries} />
)
const made = readMadePage(location.pathname)
if (made) {
  fillQueries(queries, made)
  // All that the page shows is there before React looks at the markup.
  await router.load()
  // Tells the router that its markup comes from a server, so that it renders the same boundaries.
  router.ssr = { manifest: undefined }
  hydrateRoot(root, client)
} else createRoot(root).render(client)
