import { Logger } from '@aws-lambda-powertools/logger'
import httpRouterHandler, { type Method } from '@middy/http-router'
import type { APIGatewayProxyEvent, APIGatewayProxyResult, Context } from 'aws-lambda'
import type { z } from 'zod'
import type { PersonRate } from '#adapters/cache/person-rate'
import type { Body, Params, Query, Response, Route, Service } from '#contract/http/route'
import { tooLargeOf } from '#contract/http/sized-text'
import { issueSaid } from '#contract/issue-said'
import { allRoutes, type routes } from '#contract/routes'
import { say } from '#contract/say'
import { DomainError, InvalidInput, TooManyRequests } from '#core/platform/errors'
import { type Caller, requireCaller } from './caller.ts'
import { toErrorResult } from './errors.ts'

type Routes = typeof routes
type RoutesOf<S extends Service> = {
  [K in keyof Routes as Routes[K] extends { service: S } ? K : never]: Routes[K]
}

export interface Call<R> {
  /** Who calls; on a public route it is nobody. */
  readonly actor: R extends { access: 'public' } ? null : Caller
  readonly params: Params<R>
  readonly query: Query<R>
  readonly body: Body<R>
  /** By their names in lower case. */
  readonly headers: ReadonlyMap<string, string>
}

/** Answers its route's body, where the route has one. */
export type Verb<R> =
  Response<R> extends undefined
    ? (call: Call<R>) => Promise<void>
    : (call: Call<R>) => Promise<Response<R> | WithCookies<Response<R>>>

/** The verbs of one file of routes. */
export type VerbsOf<Declared> = { readonly [K in keyof Declared]: Verb<Declared[K]> }

/** A body that goes out with cookies to set. */
export class WithCookies<T> {
  readonly body: T
  readonly cookies: readonly string[]

  constructor(body: T, cookies: readonly string[]) {
    this.body = body
    this.cookies = cookies
  }
}

type AnyVerb = (call: {
  actor: Caller | null
  params: unknown
  query: unknown
  body: unknown
  headers: ReadonlyMap<string, string>
}) => Promise<unknown>

export interface Served<S extends Service> {
  readonly service: S
  /** Counts whoever is signed in. @default nobody is counted */
  readonly personRate?: Pick<PersonRate, 'count'>
}

/**
 * A Lambda handler for all routes of a service: each call is parsed by its declaration, passed to its
 * verb, and the answer checked by the declaration too, so that nothing undeclared leaves.
 */
export const serve = <S extends Service>(
  { service, personRate }: Served<S>,
  verbs: { [K in keyof RoutesOf<S>]: Verb<RoutesOf<S>[K]> },
) => {
  const logger = new Logger({ serviceName: service })
  const byId = new Map<string, AnyVerb>(Object.entries(verbs as Record<string, AnyVerb>))
  const route = httpRouterHandler({
    routes: allRoutes
      .filter((declared) => declared.service === service)
      .map((declared) => ({
        method: declared.method as Method,
        path: declared.path,
        handler: (event: APIGatewayProxyEvent) => answer(declared, byId, event, personRate),
      })),
    notFoundResponse: () => {
      throw new DomainError('not_found', say('no_such_address'))
    },
  })

  return async (event: APIGatewayProxyEvent, context: Context): Promise<APIGatewayProxyResult> => {
    const { requestId } = event.requestContext
    try {
      return (await route(event, context, {
        signal: new AbortController().signal,
      })) as APIGatewayProxyResult
    } catch (error) {
      const result = toErrorResult(error, requestId)
      if (result.statusCode >= 500)
        logger.error('http.failed', { requestId, resource: event.resource, error: error as Error })
      return result
    }
  }
}

const answer = async (
  route: Route,
  verbs: Map<string, AnyVerb>,
  event: APIGatewayProxyEvent,
  personRate: Pick<PersonRate, 'count'> | undefined,
): Promise<APIGatewayProxyResult> => {
  const verb = verbs.get(route.id)
  if (!verb) throw new Error(`Route ${route.id} has no verb`)
  const actor = route.access === 'public' ? null : requireCaller(event, route.access)
  const wait = actor && personRate ? await personRate.count(actor.userId) : 0
  if (wait > 0) throw new TooManyRequests(Math.ceil(wait / 1000))
  const answered = await verb({
    actor,
    params: parse(route.params, decodeAll(event.pathParameters), 'path'),
    query: parse(route.query, event.queryStringParameters ?? {}, 'query'),
    body: parse(route.body, route.body ? readJson(event) : undefined, 'body'),
    headers: headersOf(event),
  })
  const { body, cookies } =
    answered instanceof WithCookies ? answered : { body: answered, cookies: null }
  return withinLambda({
    statusCode: route.status ?? (route.response ? 200 : 204),
    headers: {
      'content-type': 'application/json',
      'cache-control': route.cache ? `public, max-age=${route.cache.seconds}` : 'no-store',
    },
    ...(cookies ? { multiValueHeaders: { 'set-cookie': [...cookies] } } : {}),
    body: route.response ? JSON.stringify(route.response.parse(body)) : '',
  })
}

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

const headersOf = ({ headers }: APIGatewayProxyEvent): ReadonlyMap<string, string> =>
  new Map(Object.entries(headers ?? {}).map(([name, value]) => [name.toLowerCase(), value ?? '']))

/** The router takes parameters from the path as they stand there, encoded. */
const decodeAll = (parameters: Record<string, string | undefined> | null) =>
  Object.fromEntries(
    Object.entries(parameters ?? {}).map(([name, value]) => [name, decode(value ?? '')]),
  )

const decode = (text: string) => {
  try {
    return decodeURIComponent(text)
  } catch (cause) {
    throw new DomainError('invalid', say('address_not_encoded'), { cause })
  }
}

const parse = (schema: z.ZodType | undefined, value: unknown, where: string): unknown => {
  if (!schema) return {}
  const parsed = schema.safeParse(value, { reportInput: true })
  if (parsed.success) return parsed.data
  const tooLarge = tooLargeOf(parsed.error.issues)
  if (tooLarge) throw new DomainError('too_large', issueSaid(tooLarge))
  throw new InvalidInput(
    parsed.error.issues.map((issue) => ({
      path: [where, ...issue.path].join('.'),
      reason: issueSaid(issue),
    })),
  )
}

const readJson = (event: APIGatewayProxyEvent): unknown => {
  const text = event.isBase64Encoded
    ? Buffer.from(event.body ?? '', 'base64').toString('utf8')
    : (event.body ?? '')
  try {
    return JSON.parse(text, wellFormed)
  } catch (error) {
    if (error instanceof InvalidInput) throw error
    throw new InvalidInput([{ path: 'body', reason: say('not_json') }])
  }
}

/** JSON can say half a character (`"\\ud800"`), which no table, object or file can keep. */
function wellFormed(name: string, value: unknown): unknown {
  if (name.isWellFormed() && (typeof value !== 'string' || value.isWellFormed())) return value
  throw new InvalidInput([
    {
      path: name === '' ? 'body' : `body.${name.toWellFormed()}`,
      reason: say('half_character'),
    },
  ])
}
