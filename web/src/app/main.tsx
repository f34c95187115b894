import './styles.css'
import '@mantine/core/styles/default-css-variables.layer.css'
import '@mantine/core/styles/baseline.layer.css'
import '@mantine/core/styles/global.layer.css'
import '@fontsource-variable/inter'
import { startTransition } from 'react'
import { createRoot, hydrateRoot } from 'react-dom/client'
import { queries } from '#web/api/queries.ts'
import { fillQueries, readMadePage } from '#web/courses/made-page.ts'
import { restoreSession, watchOtherTabs } from '#web/people/session.ts'
import { drawFirst, inTime } from '#web/ui/moments/first-picture.ts'
import { Client } from './client.tsx'
import { router } from './router.tsx'

const root = document.getElementById('root')
if (!root) throw new Error('index.html has no #root')
if (location.pathname !== '/auth/callback') void restoreSession()
watchOtherTabs()
// When the page has all that it shows; one that came made has it before the client is there.
const tellPageLoad = () => import('#web/player/telemetry/tell-page-load.ts')
if (document.readyState === 'complete') void tellPageLoad()
else addEventListener('load', tellPageLoad)
const client = (
  <Client direction={document.dir === 'rtl' ? 'rtl' : 'ltr'} router={router} queries={queries} />
)
const made = readMadePage(location.pathname)
if (made) {
  fillQueries(queries, made)
  // All that the page shows is there before React looks at the markup. Not awaited here: for a module that waits, the
  // bundler takes everything that others share with it out into files of their own.
  drawFirst(router.load(), () => {
    // Tells the router that its markup comes from a server, so that it renders the same boundaries.
    router.ssr = { manifest: undefined }
    // In pieces, so that a click or a finger need not wait for all of it.
    startTransition(() => {
      hydrateRoot(root, client)
    })
  })
} else drawFirst(inTime(router.load()), () => createRoot(root).render(client))
