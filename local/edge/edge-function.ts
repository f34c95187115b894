import { createHash, createHmac } from 'node:crypto'
import { createContext, Script } from 'node:vm'
import { z } from 'zod'

const Values = z.record(z.string(), z.object({ value: z.string() }).loose())

const EdgeRequest = z.object({
  method: z.string(),
  uri: z.string(),
  querystring: Values.default({}),
  headers: Values.default({}),
  cookies: Values.default({}),
})
export type EdgeRequest = z.infer<typeof EdgeRequest>

const EdgeResponse = z.object({
  statusCode: z.number(),
  statusDescription: z.string().optional(),
  headers: Values.default({}),
  body: z.union([z.string(), z.object({ data: z.string() }).loose()]).optional(),
})
type EdgeResponse = z.infer<typeof EdgeResponse>

/** CloudFront Functions have about a millisecond; a loaded machine gets more. */
const TIMEOUT_MILLISECONDS = 1000

/**
 * Runs a viewer-request CloudFront Function: it answers the request to go on with, or a response to
 * give at once.
 */
export function runViewerRequest(
  source: string,
  request: EdgeRequest,
  viewerAddress = '127.0.0.1',
): { request: EdgeRequest } | { response: EdgeResponse } {
  const result = run(source, {
    context: { eventType: 'viewer-request' },
    viewer: { ip: viewerAddress },
    request,
  })
  const response = EdgeResponse.safeParse(result)
  return response.success ? { response: response.data } : { request: EdgeRequest.parse(result) }
}

/** Runs a viewer-response CloudFront Function over an answer's status and headers. */
export function runViewerResponse(
  source: string,
  request: EdgeRequest,
  response: EdgeResponse,
  viewerAddress = '127.0.0.1',
): EdgeResponse {
  return EdgeResponse.parse(
    run(source, {
      context: { eventType: 'viewer-response' },
      viewer: { ip: viewerAddress },
      request,
      response,
    }),
  )
}

function run(source: string, event: object): unknown {
  // Through JSON both ways, so that the function shares no object with this process.
  const sandbox = createContext(
    { input: JSON.stringify({ version: '1.0', ...event }), output: '', digest },
    { microtaskMode: 'afterEvaluate' },
  )
  new Script(
    `${MODULES}\n${source}\n;Promise.resolve(handler(JSON.parse(input))).then(result => { output = JSON.stringify(result) })`,
  ).runInContext(sandbox, { timeout: TIMEOUT_MILLISECONDS })
  return JSON.parse(String(sandbox.output))
}

/**
 * Of the modules of CloudFront's runtime 2.0 the part of `crypto` that takes and gives texts; its objects are the
 * sandbox's own.
 * https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/functions-javascript-runtime-20.html
 */
const MODULES = `var require = function (digest) {
  var hashing = function (algorithm, key) {
    var text = ''
    return {
      update: function (more) { text += more; return this },
      digest: function (encoding) { return digest(algorithm, key, text, encoding) },
    }
  }
  var crypto = { createHash: function (algorithm) { return hashing(algorithm) }, createHmac: hashing }
  return function (name) {
    if (name !== 'crypto') throw new Error('There is no module ' + name)
    return crypto
  }
}(digest)
delete this.digest`

const ALGORITHMS = ['md5', 'sha1', 'sha256']
const Encoding = z.enum(['hex', 'base64', 'base64url'])

function digest(
  algorithm: string,
  key: string | undefined,
  text: string,
  encoding: string,
): string {
  if (!ALGORITHMS.includes(algorithm)) throw new Error(`CloudFront has no ${algorithm}`)
  const hash = key === undefined ? createHash(algorithm) : createHmac(algorithm, key)
  return hash.update(text).digest(Encoding.parse(encoding))
}
