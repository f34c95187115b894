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

/**
 * CloudFront Functions have about a millisecond; a loaded machine gets more. To watch a call takes a thread, and ten times
 * as long as the call itself: who ends that often is not watched any more.
 */
const TIMEOUT_MILLISECONDS = 1000
const WATCHED_CALLS = 50

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
  const runtime = runtimes.get(source) ?? makeRuntime(source)
  return JSON.parse(runtime(JSON.stringify({ version: '1.0', ...event })))
}

/** From an event's JSON to the JSON of what the handler answered. */
type Runtime = (input: string) => string

/** By source: to make a context and to compile takes a hundred times as long as the function itself. */
const runtimes = new Map<string, Runtime>()

/** Only from within is a global gone. */
const FORGET = new Script('delete globalThis[input]')

/**
 * A context with the function compiled in it. Each call runs the source anew, so that its variables are its own, and
 * what it left behind in the globals goes: in CloudFront no call knows of another.
 */
function makeRuntime(source: string): Runtime {
  const globals: Record<string, unknown> = { input: '', output: '', digest }
  const context = createContext(globals, { microtaskMode: 'afterEvaluate' })
  new Script(MODULES).runInContext(context)
  const own = new Set(Object.keys(globals))
  const script = new Script(`(function () {
${source}
;Promise.resolve(handler(JSON.parse(input))).then(result => { output = JSON.stringify(result) })
})()`)
  let calls = 0
  const runtime: Runtime = (input) => {
    // Through JSON both ways, so that the function shares no object with this process.
    globals.input = input
    globals.output = ''
    script.runInContext(context, calls < WATCHED_CALLS ? { timeout: TIMEOUT_MILLISECONDS } : {})
    calls += 1
    for (const name of Object.keys(globals)) {
      if (own.has(name)) continue
      globals.input = name
      FORGET.runInContext(context)
    }
    return String(globals.output)
  }
  runtimes.set(source, runtime)
  return runtime
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
