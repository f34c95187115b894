import type { catalog } from '#contract/courses/catalogue-routes'
import {
  type CatalogueDeps,
  hasMoved,
  listCourses,
  readCoursePage,
} from '#core/courses/read-catalogue'
import { Moved, type VerbsOf } from '#functions/http/verb'

export const catalogueVerbs = (deps: CatalogueDeps): VerbsOf<typeof catalog> => ({
  listCourses: ({ query }) => listCourses(deps, query),
  getCourse: async ({ params, query: { published } }) => {
    const page = await readCoursePage(deps, params.course, published)
    if (!hasMoved(params.course, page)) return page
    return new Moved(published ? `${page.slug}?published=${published}` : page.slug)
  },
  getOpenApi: async () => {
    // It knows the routes of every service, which else this function does not load.
    const { openApiDocument } = await import('#contract/openapi')
    return { ...openApiDocument() }
  },
})
