import { CARDS_A_PAGE } from '#contract/courses/public-pages'
import { routes } from '#web/api/client.ts'
import { routePages, routeQuery } from '#web/api/route-query.ts'
import { ownPublication } from './own-publications.ts'

/** The catalogue's first courses, and more of them as they are wished for. */
export const catalogueQuery = () => {
  const published = ownPublication()
  return routePages(routes.listCourses, (cursor) => ({
    query: { cursor, limit: CARDS_A_PAGE, published },
  }))
}

/** A published course's public page. */
export const courseQuery = (idOrSlug: string) =>
  routeQuery(routes.getCourse, {
    params: { course: idOrSlug },
    query: { published: ownPublication(idOrSlug) },
  })
