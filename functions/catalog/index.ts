import { Logger } from '@aws-lambda-powertools/logger'
import { S3Client } from '@aws-sdk/client-s3'
import { createCatalogCache } from '#adapters/cache/catalog-cache'
import { createCourseRepository } from '#adapters/dynamo/courses/repository'
import { openTable } from '#adapters/dynamo/table'
import { createContentStore } from '#adapters/storage/content-store'
import { openApiDocument } from '#contract/openapi'
import { environments } from '#contract/platform/environment'
import { readCoursePage } from '#core/courses/read-course-page'
import { notFound } from '#core/platform/errors'
import { serve } from '#functions/http/serve'
import { signedCursors } from './signed-cursors.ts'

const environment = environments.catalog.parse(process.env)
const deps = {
  courses: createCourseRepository(openTable(environment.TABLE_NAME)),
  content: createContentStore(new S3Client({}), environment.CONTENT_BUCKET),
}
const logger = new Logger({ serviceName: 'catalog' })
const cache = createCatalogCache(environment.VALKEY_URL, (error) =>
  logger.warn('cache.unavailable', error),
)

const cursors = signedCursors(environment.CURSOR_SECRET)
const served = { service: 'catalog' } as const

export const handler = serve(served, {
  listCourses: async ({ query: { limit, cursor: signed } }) => {
    const cursor = cursors.open(signed)
    const page = await cache.remember(`courses:${limit}:${cursor ?? ''}`, () =>
      deps.courses.listPublished({ limit, cursor }),
    )
    return { body: { ...page, nextCursor: cursors.sign(page.nextCursor) } }
  },
  getCourse: async ({ params }) => {
    const page = await cache.remember(`course:${params.course}`, () =>
      readCoursePage(deps, params.course),
    )
    if (!page) throw notFound('course')
    return { body: page }
  },
  getOpenApi: async () => ({ body: { ...openApiDocument() } }),
})
