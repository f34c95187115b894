import { announcements } from './announcements/routes.ts'
import { catalog } from './courses/catalogue-routes.ts'
import { copying } from './courses/copying/routes.ts'
import { publishing } from './courses/publishing/routes.ts'
import { teaching } from './courses/routes.ts'
import { people } from './enrolments/routes.ts'
import { files } from './files/routes.ts'
import type { Route } from './http/route.ts'
import { outlines } from './lessons/routes.ts'
import { memberships } from './memberships/routes.ts'
import { notifications } from './notifications/routes.ts'
import { learning } from './progress/routes.ts'
import { reports } from './reports/routes.ts'
import { uploads } from './uploads/routes.ts'
import { assets } from './videos/routes.ts'

/** Every route of the API, by its id. */
export const routes = {
  ...catalog,
  ...learning,
  ...teaching,
  ...memberships,
  ...people,
  ...publishing,
  ...copying,
  ...outlines,
  ...assets,
  ...uploads,
  ...files,
  ...reports,
  ...announcements,
  ...notifications,
}

/** The same as a list of plain declarations, for whoever walks over all of them. */
export const allRoutes: readonly Route[] = Object.values(routes)
