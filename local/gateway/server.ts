import { randomUUID } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { APIGatewayProxyResult } from 'aws-lambda'
import { isObject, type Json, type JsonObject, textAt } from '#local/assembly/json'
import type { Answered } from '#local/cloudwatch/gateway-metrics'
import type { Firewall } from '#local/firewall/firewall'
import { type Listening, listen } from '#local/http/listen'
import { hasBody, headBytes, targetOf } from '#local/http/request-head'
import { proxyEvent } from './event.ts'
import { type GatewayResponseType, gatewayResponse } from './gateway-response.ts'
import { type Match, operationsOf, type Router, routerOf } from './operations.ts'
import { bodyMismatch, missingParameters } from './request-validation.ts'
import { createResponseCache } from './response-cache.ts'
import { answerOf, send } from './send-result.ts'

export interface GatewayOptions {
  readonly port: number
  /** The resolved OpenAPI document of `AWS::ApiGateway::RestApi`. */
  readonly body: JsonObject
  /** From how many bytes answers are compressed. @default never */
  readonly minimumCompressionSize?: number | undefined
  /** The resolved properties of `AWS::ApiGateway::Stage`. */
  readonly stage: JsonObject
  /** Hands a function the event's JSON, and answers the JSON of what it returned. */
  readonly invoke: (functionArn: string, event: string) => Promise<string>
  /** What stands before the stage. @default nothing */
  readonly firewall?: Firewall | undefined
  /** Keys that open what asks for one. @default none does */
  readonly apiKeys?: readonly string[]
  /** The token's claims; rejects a token that is not to be believed. */
  readonly verifyToken: (token: string) => Promise<Record<string, unknown>>
  /** API Gateway's most. @default 29000 */
  readonly timeoutMilliseconds?: number
  /** Hears of each request when it is answered. */
  readonly onAnswer?: ((answered: Answered) => void) | undefined
}

export type Gateway = Listening

/** https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-execution-service-limits-table.html */
const MAX_BODY_BYTES = 10 * 1024 * 1024
const MAX_HEAD_BYTES = 10_240

/**
 * Lambda's 6 MB, of the whole event and of the whole result as JSON; results have a hundred bytes more.
 * https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html
 */
const MAX_EVENT_BYTES = 6 * 1024 * 1024
const MAX_RESULT_BYTES = MAX_EVENT_BYTES + 100

/** One stage of a REST API: routing, authorizer, request validation, cache, proxy integration. */
export async function startGateway(options: GatewayOptions): Promise<Gateway> {
  const { port, body, stage, onAnswer } = options
  const stageName = textAt(stage, 'StageName')
  const handle = createHandler(options, stageName, routerOf(operationsOf(body, stage)))
  const server = createServer((request, response) => {
    if (onAnswer) {
      const began = performance.now()
      response.once('finish', () =>
        onAnswer({
          path: request.url ?? '',
          status: response.statusCode,
          milliseconds: performance.now() - began,
        }),
      )
    }
    handle(request, response).catch((error) => {
      console.error('gateway.request_failed', error)
      if (!response.headersSent) response.writeHead(500)
      response.end()
    })
  })
  const { url, close } = await listen(server, port)
  return { url: `${url}/${stageName}`, close }
}

function createHandler(
  options: GatewayOptions,
  stageName: string,
  route: Router,
): (request: IncomingMessage, response: ServerResponse) => Promise<void> {
  const { body: document, invoke, verifyToken, firewall, minimumCompressionSize } = options
  const { apiKeys = [], timeoutMilliseconds = 29_000 } = options
  const cache = createResponseCache()

  return async (request, response) => {
    const requestId = randomUUID()
    const refuse = (
      type: GatewayResponseType,
      detail: { message?: string; validationError?: string } = {},
    ) => {
      const answer = gatewayResponse(document, type, { requestId, ...detail })
      response.writeHead(answer.status, { 'x-amzn-requestid': requestId, ...answer.headers })
      response.end(answer.body)
    }

    const url = targetOf(request)
    if (!url) return refuse('MALFORMED')
    if (headBytes(request) > MAX_HEAD_BYTES) return refuse('HEADERS_TOO_LARGE')
    const blocked = firewall?.({
      path: url.pathname,
      headers: request.headers,
      address: request.socket.remoteAddress ?? '',
    })
    if (blocked === 'blocked') return refuse('WAF_FILTERED')
    if (blocked) {
      response.writeHead(blocked.status, blocked.headers).end(blocked.body)
      return
    }
    const prefix = `/${stageName}`
    const inStage = url.pathname === prefix || url.pathname.startsWith(`${prefix}/`)
    const path = url.pathname.slice(prefix.length).replace(/(?<=.)\/$/, '') || '/'
    const match = inStage ? route(request.method ?? 'GET', path) : undefined
    if (!match) return refuse('MISSING_AUTHENTICATION_TOKEN')

    if (match.operation.asksForKey && !apiKeys.includes(String(request.headers['x-api-key'])))
      return refuse('INVALID_API_KEY')
    let claims: Record<string, unknown> | undefined
    if (match.operation.authorized) {
      claims = await claimsOf(request, verifyToken)
      if (!claims) return refuse('UNAUTHORIZED')
    }
    const missing = missingParameters(match.operation, request, url)
    if (missing.length > 0)
      return refuse('BAD_REQUEST_PARAMETERS', {
        message: `Missing required request parameters: [${missing.join(', ')}]`,
        validationError: missing.map((name) => `${name} is missing`).join('; '),
      })
    const body = hasBody(request) ? await readBody(request) : ''
    if (body === undefined) return refuse('REQUEST_TOO_LARGE')
    const mismatch = bodyMismatch(match.operation, body, document)
    if (mismatch) return refuse('BAD_REQUEST_BODY', { validationError: `[${mismatch}]` })

    const key = cacheKey(match, request, url)
    const cached = key && cache.get(key)
    const compressFrom = acceptsGzip(request) ? minimumCompressionSize : undefined
    if (cached) return send(response, cached, requestId, compressFrom)
    const event = JSON.stringify(
      proxyEvent({ request, match, stage: stageName, url, path, body, requestId, claims }),
    )
    if (Buffer.byteLength(event) > MAX_EVENT_BYTES) return refuse('REQUEST_TOO_LARGE')
    const { resource, functionArn } = match.operation
    const settled = await settle(invoke(functionArn, event), timeoutMilliseconds)
    if ('refused' in settled) return refuse(settled.refused)
    const bytes = Buffer.byteLength(settled.answer)
    if (bytes > MAX_RESULT_BYTES) {
      console.error('gateway.answer_too_large', resource, bytes)
      return refuse('INTEGRATION_FAILURE')
    }
    const result = proxyResultOf(settled.answer)
    if (!result) {
      console.error('gateway.answer_without_status', resource)
      return refuse('INTEGRATION_FAILURE')
    }
    const answer = answerOf(result)
    if (key && result.statusCode === 200) cache.set(key, answer, match.operation.cacheSeconds)
    send(response, answer, requestId, compressFrom)
  }
}

/** Undefined for an answer without a status code, which API Gateway refuses. */
function proxyResultOf(answer: string): APIGatewayProxyResult | undefined {
  const result: Json = JSON.parse(answer)
  return isProxyResult(result) ? result : undefined
}

const isProxyResult = (value: Json): value is Json & APIGatewayProxyResult =>
  isObject(value) && typeof value.statusCode === 'number'

async function claimsOf(
  request: IncomingMessage,
  verifyToken: GatewayOptions['verifyToken'],
): Promise<Record<string, unknown> | undefined> {
  const token = request.headers.authorization?.replace(/^Bearer\s+/i, '')
  if (!token) return undefined
  try {
    return await verifyToken(token)
  } catch {
    // Whatever is wrong with a token, a caller is told no more than that it was not accepted.
    return undefined
  }
}

/** Undefined once the body is past the limit; the rest is then let go by unread. */
async function readBody(request: IncomingMessage): Promise<string | undefined> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request) {
    size += chunk.length
    if (size <= MAX_BODY_BYTES) chunks.push(chunk)
  }
  return size > MAX_BODY_BYTES ? undefined : Buffer.concat(chunks).toString('utf8')
}

/** As AWS does, only what the integration names tells two requests of a resource apart. */
function cacheKey({ operation, pathParameters }: Match, request: IncomingMessage, url: URL) {
  if (operation.cacheSeconds === 0) return undefined
  const values = operation.cacheKeys.map((key) => {
    const [, , where, name = ''] = key.split('.')
    if (where === 'path') return [key, pathParameters[name]]
    if (where === 'querystring') return [key, url.searchParams.getAll(name)]
    return [key, request.headers[name.toLowerCase()]]
  })
  return JSON.stringify([operation.resource, values])
}

async function settle(
  invocation: Promise<string>,
  milliseconds: number,
): Promise<{ answer: string } | { refused: GatewayResponseType }> {
  let timer: NodeJS.Timeout | undefined
  const timeout = new Promise<{ refused: 'INTEGRATION_TIMEOUT' }>((resolve) => {
    timer = setTimeout(resolve, milliseconds, { refused: 'INTEGRATION_TIMEOUT' })
  })
  const invoked = invocation.then(
    (answer) => ({ answer }),
    (error: unknown) => {
      console.error('gateway.integration_failed', error)
      return { refused: 'INTEGRATION_FAILURE' as const }
    },
  )
  return Promise.race([invoked, timeout]).finally(() => clearTimeout(timer))
}

/** The first that a client names must be one that API Gateway knows, of which this is the usual. */
const acceptsGzip = (request: IncomingMessage) =>
  /^\s*gzip\b(?!\s*;\s*q=0(\.0*)?\s*(,|$))/.test(String(request.headers['accept-encoding'] ?? ''))
