import type { APIGatewayProxyResult } from 'aws-lambda'
import type { Route } from '#contract/http/route'
import { Moved, WithCookies } from './verb.ts'

/** What a verb answered, checked by its route's declaration, so that nothing undeclared leaves. */
export function declaredAnswer(route: Route, answered: unknown): APIGatewayProxyResult {
  if (answered instanceof Moved) return movedTo(route, answered)
  const { body, cookies } =
    answered instanceof WithCookies ? answered : { body: answered, cookies: null }
  return withinLambda({
    statusCode: route.status ?? (route.response ? 200 : 204),
    headers: {
      'content-type': 'application/json',
      'cache-control': keptOf(route),
    },
    ...(cookies ? { multiValueHeaders: { 'set-cookie': [...cookies] } } : {}),
    body: route.response ? JSON.stringify(route.response.parse(body)) : '',
  })
}

const movedTo = (route: Route, { location }: Moved): APIGatewayProxyResult => ({
  statusCode: 301,
  // Without a word browsers keep it for good, and an address may come back.
  headers: { location, 'cache-control': keptOf(route) },
  body: '',
})

const keptOf = ({ cache }: Route) => (cache ? `public, max-age=${cache.seconds}` : 'no-store')

/** https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html: of the whole result as JSON. */
const MOST_RESULT_BYTES = 6 * 1024 * 1024

/** Lambda would end in an error that names no route. */
function withinLambda(result: APIGatewayProxyResult): APIGatewayProxyResult {
  // As JSON within JSON a character has up to seven bytes.
  if (result.body.length < MOST_RESULT_BYTES / 8) return result
  const bytes = Buffer.byteLength(JSON.stringify(result))
  if (bytes <= MOST_RESULT_BYTES) return result
  throw new Error(`The answer has ${bytes} bytes, and Lambda takes ${MOST_RESULT_BYTES}`)
}
