import { Logger } from '@aws-lambda-powertools/logger'
import { S3Client } from '@aws-sdk/client-s3'
import { createCatalogCache } from '#adapters/cache/catalog-cache'
import { createCourseRepository } from '#adapters/dynamo/course-repository'
import { openTable } from '#adapters/dynamo/table'
import { createContentStore } from '#adapters/storage/content-store'
import { environments } from '#contract/environment'
import { openApiDocument } from '#contract/openapi'
import { readCoursePage } from '#core/catalogue/read-course-page'
import { notFound } from '#core/errors'
import { serve } from '../http/serve.ts'

const environment = environments.catalog.parse(process.env)
const deps = {
  courses: createCourseRepository(openTable(environment.TABLE_NAME)),
  content: createContentStore(new S3Client({}), environment.CONTENT_BUCKET),
}
const logger = new Logger({ serviceName: 'catalog' })
const cache = createCatalogCache(environment.VALKEY_URL, (error) =>
  logger.warn('cache.unavailable', error),
)

const served = { service: 'catalog' } as const

export const handler = serve(served, {
  listCourses: async ({ query }) => ({
    body: await cache.remember(`courses:${query.limit}:${query.cursor ?? ''}`, () =>
      deps.courses.listPublished(query),
    ),
  }),
  getCourse: async ({ params }) => {
    const page = await cache.remember(`course:${params.course}`, () =>
      readCoursePage(deps, params.course),
    )
    if (!page) throw notFound('course')
    return { body: page }
  },
  getOpenApi: async () => ({ body: { ...openApiDocument() } }),
})
