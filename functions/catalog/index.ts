import { Logger } from '@aws-lambda-powertools/logger'
import { openCache } from '#adapters/cache/open-cache'
import { rememberedCatalogue } from '#adapters/cache/remembered-courses'
import { createCourseReader } from '#adapters/dynamo/courses/course-reader'
import { openTable } from '#adapters/dynamo/table'
import { systemClock } from '#adapters/platform/clock'
import { whenAsked } from '#adapters/platform/when-asked'
import { catalog } from '#contract/courses/catalogue-routes'
import { environments } from '#contract/platform/environment'
import { serve } from '#functions/http/serve'
import { catalogueVerbs } from './catalogue-verbs.ts'
import { signedCursors } from './signed-cursors.ts'

const environment = environments.catalog().parse(process.env)
const logger = new Logger({ serviceName: 'catalog' })

// A course's page is read from S3, the list is not.
const content = whenAsked(async () =>
  (await import('./content.ts')).openContent(environment.CONTENT_BUCKET),
)
const deps = {
  courses: createCourseReader(openTable(environment.TABLE_NAME)),
  content: { readJson: async (key: string) => (await content()).readJson(key) },
  catalogue: rememberedCatalogue(openCache(environment.VALKEY, logger).cache),
  cursors: signedCursors(environment.CURSOR_SECRET),
  clock: systemClock,
}

export const handler = serve({
  service: 'catalog',
  logger,
  metricsNamespace: environment.METRICS_NAMESPACE,
  routes: catalog,
  verbs: catalogueVerbs(deps),
})
