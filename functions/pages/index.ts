import { Logger } from '@aws-lambda-powertools/logger'
import { S3Client } from '@aws-sdk/client-s3'
import type { APIGatewayProxyEvent, APIGatewayProxyResult } from 'aws-lambda'
import { nothingRemembered } from '#adapters/cache/nothing-remembered'
import { createCourseReader } from '#adapters/dynamo/courses/course-reader'
import { openTable } from '#adapters/dynamo/table'
import { createPageRenderers } from '#adapters/edge/page-renderers'
import { FOR_PEOPLE } from '#adapters/platform/client-settings'
import { systemClock } from '#adapters/platform/clock'
import { createContentStore } from '#adapters/storage/content-store'
import { createDeployedClient } from '#adapters/storage/deployed-client'
import { environments } from '#contract/platform/environment'
import { makePage } from '#core/courses/make-page'
import { signedCursors } from '#functions/catalog/signed-cursors'
import { askedPage, pageResult } from './answer-page.ts'

const environment = environments.pages().parse(process.env)
const logger = new Logger({ serviceName: 'pages' })
const s3 = new S3Client(FOR_PEOPLE)
const deps = {
  courses: createCourseReader(openTable(environment.TABLE_NAME)),
  content: createContentStore(s3, environment.CONTENT_BUCKET),
  // The edge keeps pages for a day: what it keeps is never made of what somebody else remembered.
  catalogue: nothingRemembered,
  cursors: signedCursors(environment.CURSOR_SECRET),
  renderers: createPageRenderers(environment.RENDERERS),
  deployed: createDeployedClient(s3, environment.CONTENT_BUCKET),
  clock: systemClock,
}

/**
 * Public pages as HTML, for the edge alone. Whatever goes wrong is an error of the call: the edge then answers with the
 * client's empty page.
 */
export const handler = async (event: APIGatewayProxyEvent): Promise<APIGatewayProxyResult> => {
  const asked = askedPage(event, environment.SITE_DOMAIN)
  const answer = await makePage(deps, asked)
  if (answer.kind === 'empty') logger.warn('page.client_not_deployed', { language: asked.language })
  return pageResult(answer)
}
