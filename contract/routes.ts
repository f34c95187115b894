import type { Route } from './route.ts'
import { assets } from './routes/assets.ts'
import { catalog } from './routes/catalog.ts'
import { learning } from './routes/learning.ts'
import { teaching } from './routes/teaching.ts'
import { uploads } from './routes/uploads.ts'

/** Every route of the API, by its id. */
export const routes = { ...catalog, ...learning, ...teaching, ...assets, ...uploads }

/** The same as a list of plain declarations, for whoever walks over all of them. */
export const allRoutes: readonly Route[] = Object.values(routes) as unknown as readonly Route[]
