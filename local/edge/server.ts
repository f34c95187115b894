import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { JsonObject } from '../assembly/json.ts'
import {
  type Behaviour,
  behavioursOf,
  errorPagesOf,
  matchesPattern,
  originsOf,
  rootPathOf,
} from './behaviours.ts'
import { answerFromBucket, type EdgeAnswer } from './bucket-response.ts'
import { createContentCache, keyIncludesQuery, MANAGED_CACHE_POLICIES } from './content-cache.ts'
import { type EdgeRequest, runViewerRequest } from './edge-function.ts'
import { answerFromHttp } from './http-response.ts'
import type { Origin } from './origin.ts'
import { MANAGED_RESPONSE_HEADERS } from './response-headers.ts'
import { sendAnswer } from './send-answer.ts'
import { checkSignedAccess, type TrustedKey } from './signed-access.ts'

export interface EdgeOptions {
  readonly port: number
  /** The resolved `DistributionConfig` of `AWS::CloudFront::Distribution`. */
  readonly distributionConfig: JsonObject
  /** The source of a CloudFront Function. */
  readonly functionCode: (arn: string) => string | undefined
  /** `CachePolicyConfig` by id; the managed CachingDisabled and CachingOptimized are known. */
  readonly cachePolicies: Readonly<Record<string, JsonObject>>
  /** `ResponseHeadersPolicyConfig` by id; the managed SecurityHeadersPolicy is known. */
  readonly responseHeadersPolicies: Readonly<Record<string, JsonObject>>
  /** The public keys of each key group. */
  readonly keyGroups: Readonly<Record<string, readonly TrustedKey[]>>
  /** What stands behind an origin's domain name. */
  readonly origin: (domainName: string) => Origin
}

export interface Edge {
  readonly url: string
  /** Forgets what is cached below a path pattern, as CloudFront's invalidation does. */
  invalidate(pathPattern: string): void
  close(): Promise<void>
}

/** One distribution: what the browser sees here is what CloudFront would serve. */
export async function startEdge(options: EdgeOptions): Promise<Edge> {
  const cache = createContentCache()
  const handle = createHandler(options, cache)
  const server = createServer((request, response) => {
    handle(request, response).catch((error) => {
      // A viewer that leaves in the middle of a segment is no fault.
      if (request.destroyed || response.destroyed) return
      console.error('edge.request_failed', error)
      if (!response.headersSent) response.writeHead(500)
      response.end()
    })
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(options.port, '127.0.0.1', resolve)
  })
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : options.port
  return {
    url: `http://127.0.0.1:${port}`,
    invalidate: cache.invalidate,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

function createHandler(options: EdgeOptions, cache: ReturnType<typeof createContentCache>) {
  const { distributionConfig, functionCode, keyGroups } = options
  const behaviours = behavioursOf(distributionConfig)
  const origins = new Map(originsOf(distributionConfig).map((origin) => [origin.id, origin]))
  const errorPages = errorPagesOf(distributionConfig)
  const rootPath = rootPathOf(distributionConfig)
  const cachePolicies = { ...MANAGED_CACHE_POLICIES, ...options.cachePolicies }
  const headersPolicies = { ...MANAGED_RESPONSE_HEADERS, ...options.responseHeadersPolicies }
  const behaviourOf = (path: string) =>
    behaviours.find((behaviour) => matchesPattern(behaviour.pathPattern, path))

  const fetchFrom = async (
    behaviour: Behaviour,
    uri: string,
    search: string,
    request: IncomingMessage,
  ): Promise<EdgeAnswer> => {
    const declared = origins.get(behaviour.originId)
    if (!declared) return plain(502, `The distribution has no origin ${behaviour.originId}.`)
    const origin = options.origin(declared.domainName)
    if (origin.kind === 'http')
      return answerFromHttp({
        target: new URL(`${new URL(origin.url).origin}${declared.path}${uri}${search}`),
        request,
      })
    const policy = cachePolicies[behaviour.cachePolicyId] ?? {}
    const key = decodeKey(`${declared.path}${uri}`)
    if (key === undefined) return plain(400, 'The address is not properly encoded.')
    const cacheKey = `${declared.path}${uri}${keyIncludesQuery(policy) ? search : ''}`
    return answerFromBucket({ origin, key, cacheKey, policy, cache, request })
  }

  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const url = new URL(request.url ?? '/', `http://${request.headers.host ?? '127.0.0.1'}`)
    const behaviour = behaviourOf(url.pathname)
    if (!behaviour) return send(plain(404, 'The distribution has no behaviour for this address.'))
    const method = request.method ?? 'GET'
    if (!behaviour.allowedMethods.includes(method))
      return send(errorXml('AccessDenied', `This distribution does not allow ${method} here.`))
    if (behaviour.trustedKeyGroups.length > 0) {
      const keys = behaviour.trustedKeyGroups.flatMap((group) => keyGroups[group] ?? [])
      // The distribution is reached by HTTPS alone, and so is what a cookie is signed for.
      const signed = Object.assign(new URL(url), { protocol: 'https:' })
      const verdict = checkSignedAccess({ url: signed, cookies: cookiesOf(request), keys })
      if (!verdict.allowed) return send(errorXml(verdict.code, verdict.message))
    }
    const code = behaviour.viewerRequestArn && functionCode(behaviour.viewerRequestArn)
    const edited = code ? runViewerRequest(code, edgeRequest(request, url)) : undefined
    if (edited && 'response' in edited) {
      const { statusCode, headers, body } = edited.response
      return send({
        status: statusCode,
        headers: Object.fromEntries(Object.entries(headers).map(([k, v]) => [k, v.value])),
        body: Buffer.from(typeof body === 'string' ? body : (body?.data ?? '')),
        cache: 'Miss',
      })
    }
    const asked = edited?.request.uri ?? url.pathname
    const uri = asked === '/' ? rootPath : asked
    const answer = await fetchFrom(behaviour, uri, url.search, request)
    const page = errorPages.find((declared) => declared.code === answer.status)
    const pageBehaviour = page && behaviourOf(page.pagePath)
    if (!page || !pageBehaviour) return send(answer)
    const custom = await fetchFrom(pageBehaviour, page.pagePath, '', request)
    return send(custom.status === 200 ? { ...custom, status: page.responseCode } : answer)

    function send(answer: EdgeAnswer): Promise<void> {
      const headersPolicy = headersPolicies[behaviour?.responseHeadersPolicyId ?? ''] ?? {}
      const compress = behaviour?.compress ?? false
      return sendAnswer({ answer, request, response, compress, headersPolicy })
    }
  }
}

/** A path's percent signs undone and its leading slash left out; undefined when it is malformed. */
function decodeKey(path: string): string | undefined {
  try {
    return decodeURIComponent(path.replace(/^\//, ''))
  } catch {
    return undefined
  }
}

function cookiesOf(request: IncomingMessage): Map<string, string> {
  return new Map(
    (request.headers.cookie ?? '').split(';').flatMap((pair): [string, string][] => {
      const at = pair.indexOf('=')
      return at < 0 ? [] : [[pair.slice(0, at).trim(), pair.slice(at + 1).trim()]]
    }),
  )
}

const values = (entries: Iterable<[string, string]>) =>
  Object.fromEntries([...entries].map(([key, value]) => [key, { value }]))

const edgeRequest = (request: IncomingMessage, url: URL): EdgeRequest => ({
  method: request.method ?? 'GET',
  uri: url.pathname,
  querystring: values(url.searchParams),
  headers: values(Object.entries(request.headers).map(([key, value]) => [key, String(value)])),
  cookies: values(cookiesOf(request)),
})

const plain = (status: number, text: string): EdgeAnswer => ({
  status,
  headers: { 'content-type': 'text/plain; charset=utf-8' },
  body: Buffer.from(text),
  cache: 'Error',
})

const errorXml = (code: string, message: string): EdgeAnswer => ({
  status: 403,
  headers: { 'content-type': 'text/xml' },
  body: Buffer.from(
    `<?xml version="1.0" encoding="UTF-8"?><Error><Code>${code}</Code><Message>${message}</Message></Error>`,
  ),
  cache: 'Error',
})
