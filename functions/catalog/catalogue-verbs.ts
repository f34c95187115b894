import type { catalog } from '#contract/courses/catalogue-routes'
import { type CatalogueDeps, listCourses, readCoursePage } from '#core/courses/read-catalogue'
import type { VerbsOf } from '#functions/http/verb'

export const catalogueVerbs = (deps: CatalogueDeps): VerbsOf<typeof catalog> => ({
  listCourses: ({ query }) => listCourses(deps, query),
  getCourse: ({ params, query }) => readCoursePage(deps, params.course, query.published),
  getOpenApi: async () => {
    // It knows the routes of every service, which else this function does not load.
    const { openApiDocument } = await import('#contract/openapi')
    return { ...openApiDocument() }
  },
})
