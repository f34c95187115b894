import { createHash } from 'node:crypto'
import type { APIGatewayProxyEvent, APIGatewayProxyResult } from 'aws-lambda'
import { cacheSeconds } from '#contract/platform/cache-seconds'
import { FALLBACK, languages, pageOf } from '#contract/words/languages'
import type { AskedPage, PageAnswer } from '#core/courses/make-page'
import { siteHostOf } from '#functions/http/site-host'

/**
 * What the edge asks for: its own function wrote the address, whatever the viewer's was.
 * @param domain the site's own; empty where it has CloudFront's name alone, which the edge tells
 */
export const askedPage = (event: APIGatewayProxyEvent, domain: string): AskedPage => ({
  language: languages.find((each) => pageOf(each) === event.pathParameters?.page) ?? FALLBACK,
  course: event.queryStringParameters?.course,
  origin: `https://${domain || siteHostOf({ get: (name) => headerOf(event, name) })}`,
})

const headerOf = ({ headers }: APIGatewayProxyEvent, wanted: string) =>
  Object.entries(headers ?? {}).find(([name]) => name.toLowerCase() === wanted)?.[1]

const STATUS = { made: 200, moved: 301, empty: 200, not_found: 404 } as const satisfies Record<
  PageAnswer['kind'],
  number
>

/** Kept by the edge until it is told to forget; browsers ask each time whether it is the same. */
const KEPT = `public, max-age=0, s-maxage=${cacheSeconds.edge}, must-revalidate`

export const pageResult = ({ html, kind, location }: PageAnswer): APIGatewayProxyResult => ({
  statusCode: STATUS[kind],
  headers: {
    'content-type': 'text/html; charset=utf-8',
    'cache-control': kind === 'made' || kind === 'moved' ? KEPT : 'no-store',
    ...(location && { location }),
    ...(kind === 'made' && {
      etag: `"${createHash('sha256').update(html).digest('base64url').slice(0, 22)}"`,
    }),
  },
  body: html,
})
