import { createCourseRepository } from '#adapters/dynamo/course-repository'
import { openTable } from '#adapters/dynamo/table'
import { environments } from '#contract/environment'
import { openApiDocument } from '#contract/openapi'
import { notFound } from '#core/errors'
import { serve } from '../http/serve.ts'

const environment = environments.catalog.parse(process.env)
const courses = createCourseRepository(openTable(environment.TABLE_NAME))

export const handler = serve('catalog', {
  listCourses: async ({ query }) => ({ body: await courses.listPublished(query) }),
  getCourse: async ({ params }) => {
    const page = await courses.getPublished(params.course)
    if (!page) throw notFound('course')
    return { body: page }
  },
  getOpenApi: async () => ({ body: { ...openApiDocument() } }),
})
