import middy from '@middy/core'
import type { APIGatewayProxyEvent, APIGatewayProxyResult, Context } from 'aws-lambda'
import type { Route } from '#contract/http/route'
import type { Caller } from './caller.ts'
import { declaredAnswer } from './declared-answer.ts'
import { parsedInput } from './parsed-input.ts'
import { signedIn } from './signed-in.ts'
import type { Arrival, Headers } from './verb.ts'
import { type CallCounter, withinRate } from './within-rate.ts'

export type AnyVerb = (call: {
  actor: Caller | null
  params: unknown
  query: unknown
  body: unknown
  headers: Headers
}) => Promise<unknown>

/**
 * One route's chain: who calls, whether they may call so often, what they send. In this order, so that nobody
 * has a body parsed who may not call; then its verb, which gets what was found.
 */
export const serveRoute = (route: Route, verb: AnyVerb, personRate?: CallCounter) => {
  const chain = middy<Arrival, APIGatewayProxyResult>(BY_LAMBDAS_CLOCK)
    .use(route.access === 'public' ? [] : [signedIn(route.access), withinRate(personRate)])
    .use(parsedInput(route))
    .handler(async ({ event, ...found }) =>
      declaredAnswer(route, await verb({ ...found, headers: headersOf(event) })),
    )
  return (event: APIGatewayProxyEvent, context: Context) => chain(arrivalOf(event), context)
}

const arrivalOf = (event: APIGatewayProxyEvent): Arrival => ({
  event,
  actor: null,
  params: {},
  query: {},
  body: {},
})

/** Lambda ends a call that takes too long, and what it still does with it; the gateway answers. */
export const BY_LAMBDAS_CLOCK = { timeoutEarlyInMillis: 0 }

/** Few verbs ask for one, so none is looked at before. */
const headersOf = ({ headers }: APIGatewayProxyEvent): Headers => ({
  get: (wanted) =>
    Object.entries(headers ?? {}).find(([name]) => name.toLowerCase() === wanted)?.[1],
})
