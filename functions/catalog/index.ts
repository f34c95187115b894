import { Logger } from '@aws-lambda-powertools/logger'
import { S3Client } from '@aws-sdk/client-s3'
import { openCache } from '#adapters/cache/open-cache'
import { rememberedCatalogue } from '#adapters/cache/remembered-courses'
import { createCourseRepository } from '#adapters/dynamo/courses/repository'
import { openTable } from '#adapters/dynamo/table'
import { FOR_PEOPLE } from '#adapters/platform/client-settings'
import { createContentStore } from '#adapters/storage/content-store'
import { catalog } from '#contract/courses/catalogue-routes'
import { environments } from '#contract/platform/environment'
import { serve } from '#functions/http/serve'
import { catalogueVerbs } from './catalogue-verbs.ts'
import { signedCursors } from './signed-cursors.ts'

const environment = environments.catalog().parse(process.env)
const logger = new Logger({ serviceName: 'catalog' })

const deps = {
  courses: createCourseRepository(openTable(environment.TABLE_NAME)),
  content: createContentStore(new S3Client(FOR_PEOPLE), environment.CONTENT_BUCKET),
  catalogue: rememberedCatalogue(openCache(environment.VALKEY, logger).cache),
  cursors: signedCursors(environment.CURSOR_SECRET),
}

export const handler = serve({
  service: 'catalog',
  logger,
  metricsNamespace: environment.METRICS_NAMESPACE,
  routes: catalog,
  verbs: catalogueVerbs(deps),
})
