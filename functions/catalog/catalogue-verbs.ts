import type { catalog } from '#contract/courses/catalogue-routes'
import { openApiDocument } from '#contract/openapi'
import { type CatalogueDeps, listCourses, readCoursePage } from '#core/courses/read-catalogue'
import type { VerbsOf } from '#functions/http/serve'

export const catalogueVerbs = (deps: CatalogueDeps): VerbsOf<typeof catalog> => ({
  listCourses: ({ query }) => listCourses(deps, query),
  getCourse: ({ params }) => readCoursePage(deps, params.course),
  getOpenApi: async () => ({ ...openApiDocument() }),
})
