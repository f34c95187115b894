import { PAGE_QUERY } from '#contract/courses/public-pages'
import type { OpenApiDocument, Operation } from '#contract/openapi'

/** The path that pages are asked for at, below the stage. */
export const PAGES = '/pages/{page}'

/**
 * Pages as HTML, which only the edge asks for: no routes of the API, and in none of its documents. HEAD too, since
 * CloudFront passes it on.
 */
export function pagePaths(uri: string): OpenApiDocument['paths'] {
  const parameter = (name: string, where: 'path' | 'query') =>
    ({ name, in: where, required: where === 'path', schema: { type: 'string' } }) as const
  const operation = (operationId: string): Operation => ({
    operationId,
    summary: 'A public page, as HTML',
    tags: ['pages'],
    security: [],
    parameters: [parameter('page', 'path'), parameter(PAGE_QUERY.course, 'query')],
    responses: { 200: { description: 'The page' } },
    ...{
      'x-amazon-apigateway-integration': {
        type: 'aws_proxy',
        httpMethod: 'POST',
        uri,
        passthroughBehavior: 'when_no_match',
      },
    },
  })
  return { [PAGES]: { get: operation('getPage'), head: operation('headPage') } }
}
