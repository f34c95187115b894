import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { Agent, type Dispatcher } from 'undici'
import { readAddress } from '#local/edge/viewer/address'
import { runViewerRequest, runViewerResponse } from '#local/edge/viewer/edge-function'
import {
  cookiesOf,
  edgeRequest,
  headersOf,
  headerValues,
  searchOf,
  viewerOf,
} from '#local/edge/viewer/viewer-request'
import { type Listening, listen } from '#local/http/listen'
import { hasBody, headBytes } from '#local/http/request-head'
import type { EdgeAnswer } from './answers/bucket-response.ts'
import {
  type ContentCache,
  compressionsOf,
  createContentCache,
  MANAGED_CACHE_POLICIES,
} from './answers/content-cache.ts'
import { errorXml, plain } from './answers/own-answers.ts'
import { headersBy, MANAGED_RESPONSE_HEADERS } from './answers/response-headers.ts'
import { type Manner, sendAnswer } from './answers/send-answer.ts'
import { createOrigins } from './ask-origins.ts'
import { type Behaviour, behavioursOf, errorPagesOf, rootPathOf } from './behaviours.ts'
import type { EdgeOptions } from './edge-options.ts'
import { checkSignedAccess } from './signed-access.ts'

export interface Edge extends Listening {
  /** Forgets what is cached below a path pattern, as CloudFront's invalidation does. */
  invalidate(pathPattern: string): void
}

/**
 * Past these CloudFront answers 413 and closes the connection; a GET with a body is 403.
 * https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/RequestAndResponseBehaviorCustomOrigin.html#RequestCustomMaxRequestStringLength
 */
const MAX_HEAD_BYTES = 20_480
const MAX_URL_BYTES = 8192

/** CloudFront's own default for an origin's response. */
const ORIGIN_TIMEOUT_MILLISECONDS = 30_000

/** One distribution: what the browser sees here is what CloudFront would serve. */
export async function startEdge(options: EdgeOptions): Promise<Edge> {
  const cache = createContentCache()
  const errors = createContentCache()
  const dispatcher = new Agent({
    headersTimeout: ORIGIN_TIMEOUT_MILLISECONDS,
    bodyTimeout: ORIGIN_TIMEOUT_MILLISECONDS,
  })
  const handle = createHandler(options, cache, errors, dispatcher)
  // Node must not stop before the limit does.
  const server = createServer({ maxHeaderSize: 2 * MAX_HEAD_BYTES }, (request, response) => {
    handle(request, response).catch((error) => {
      // A viewer that leaves in the middle of a segment is no fault.
      if (request.destroyed || response.destroyed) return
      console.error('edge.request_failed', error)
      if (!response.headersSent) response.writeHead(500)
      response.end()
    })
  })
  server.on('clientError', (error: NodeJS.ErrnoException, socket) => {
    if (!socket.writable) return socket.destroy()
    const status =
      error.code === 'HPE_HEADER_OVERFLOW' ? '413 Request Entity Too Large' : '400 Bad Request'
    socket.end(`HTTP/1.1 ${status}\r\nconnection: close\r\ncontent-length: 0\r\n\r\n`)
  })
  const { url, close } = await listen(server, options.port)
  return {
    url,
    async close() {
      await close()
      await dispatcher.destroy()
    },
    invalidate: (pathPattern) => {
      cache.invalidate(pathPattern)
      errors.invalidate(pathPattern)
    },
  }
}

/** What no behaviour answers. */
const PLAINLY: Manner = { compress: [], addHeaders() {} }

function mannerOf(options: EdgeOptions, behaviour: Behaviour): Manner {
  const cachePolicies = { ...MANAGED_CACHE_POLICIES, ...options.cachePolicies }
  const headersPolicies = { ...MANAGED_RESPONSE_HEADERS, ...options.responseHeadersPolicies }
  return {
    compress: behaviour.compress
      ? compressionsOf(cachePolicies[behaviour.cachePolicyId] ?? {})
      : [],
    addHeaders: headersBy(headersPolicies[behaviour.responseHeadersPolicyId] ?? {}),
  }
}

function createHandler(
  options: EdgeOptions,
  cache: ContentCache,
  errors: ContentCache,
  dispatcher: Dispatcher,
) {
  const { distributionConfig, functionCode, keyGroups } = options
  const behaviours = behavioursOf(distributionConfig)
  const askOrigins = createOrigins({ ...options, behaviours, cache, errors, dispatcher })
  const errorPages = errorPagesOf(distributionConfig)
  const rootPath = rootPathOf(distributionConfig)
  const manners = new Map(behaviours.map((behaviour) => [behaviour, mannerOf(options, behaviour)]))
  const behaviourOf = (path: string) => behaviours.find((behaviour) => behaviour.matches(path))

  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const asked = readAddress(request)
    const behaviour = asked && behaviourOf(asked.normalPath)
    if (!asked) return send(plain(400, 'The address is not properly encoded.'))
    if (headBytes(request) > MAX_HEAD_BYTES || asked.whole.length > MAX_URL_BYTES) {
      response.setHeader('connection', 'close')
      return send(plain(413, 'The address or the headers are too long.'))
    }
    if (!behaviour) return send(plain(404, 'The distribution has no behaviour for this address.'))
    const method = request.method ?? 'GET'
    if (!behaviour.allowedMethods.includes(method))
      return send(errorXml('AccessDenied', `This distribution does not allow ${method} here.`))
    if (method === 'GET' && hasBody(request))
      return send(errorXml('AccessDenied', 'A GET may not have a body.'))
    if (behaviour.trustedKeyGroups.length > 0) {
      const keys = behaviour.trustedKeyGroups.flatMap((group) => keyGroups[group] ?? [])
      const verdict = checkSignedAccess({
        address: asked.whole,
        cookies: cookiesOf(request),
        keys,
      })
      if (!verdict.allowed) return send(errorXml(verdict.code, verdict.message))
    }
    const code = behaviour.viewerRequestArn && functionCode(behaviour.viewerRequestArn)
    const edited = code
      ? runViewerRequest(code, edgeRequest(request, asked), viewerOf(request))
      : undefined
    if (edited && 'response' in edited) {
      const { statusCode, headers, body } = edited.response
      return send({
        status: statusCode,
        headers: Object.fromEntries(Object.entries(headers).map(([k, v]) => [k, v.value])),
        body: Buffer.from(typeof body === 'string' ? body : (body?.data ?? '')),
        cache: 'Miss',
      })
    }
    const path = edited?.request.uri ?? asked.path
    const uri = path === '/' ? rootPath : path
    const headers = edited ? headersOf(edited.request, request) : request.headers
    const search = edited ? searchOf(edited.request, asked) : asked.search
    const answer = await askOrigins({ behaviour, uri, search, headers, request })
    const page = errorPages.find((declared) => declared.code === answer.status)
    const pageBehaviour = page && behaviourOf(page.pagePath)
    if (!page || !pageBehaviour) return send(answer)
    const custom = await askOrigins({
      behaviour: pageBehaviour,
      uri: page.pagePath,
      search: '',
      headers: request.headers,
      request,
    })
    return send(custom.status === 200 ? { ...custom, status: page.responseCode } : answer)

    function send(answer: EdgeAnswer): Promise<void> {
      return sendAnswer({
        answer: afterFunction(answer),
        request,
        response,
        manner: (behaviour && manners.get(behaviour)) ?? PLAINLY,
      })
    }

    /** CloudFront calls no function for an error. */
    function afterFunction(answer: EdgeAnswer): EdgeAnswer {
      const code = behaviour?.viewerResponseArn && functionCode(behaviour.viewerResponseArn)
      if (!code || !asked || answer.status >= 400) return answer
      const { 'set-cookie': cookies, ...single } = answer.headers
      const edited = runViewerResponse(
        code,
        edgeRequest(request, asked),
        { statusCode: answer.status, headers: headerValues(single) },
        viewerOf(request),
      )
      const headers = Object.fromEntries(
        Object.entries(edited.headers).map(([name, { value }]) => [name, value]),
      )
      return {
        ...answer,
        status: edited.statusCode,
        headers: { ...headers, ...(cookies && { 'set-cookie': cookies }) },
      }
    }
  }
}
