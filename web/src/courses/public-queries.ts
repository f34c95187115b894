import { CARDS_A_PAGE } from '#contract/courses/public-pages'
import { routes } from '#web/api/client.ts'
import { routePages, routeQuery } from '#web/api/route-query.ts'

/** The catalogue's first courses, and more of them as they are wished for. */
export const catalogueQuery = () =>
  routePages(routes.listCourses, (cursor) => ({ query: { cursor, limit: CARDS_A_PAGE } }))

/** A published course's public page. */
export const courseQuery = (idOrSlug: string) =>
  routeQuery(routes.getCourse, { params: { course: idOrSlug } })
