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

type Outcome = { readonly request: EdgeRequest } | { readonly response: EdgeResponse }

/**
 * Runs a viewer-request CloudFront Function: it answers the request to go on with, or a response to
 * give at once.
 */
export function runViewerRequest(
  source: string,
  request: EdgeRequest,
  viewerAddress = '127.0.0.1',
): Outcome {
  const { asked, ...runtime } = runtimeOf(source)
  return run(runtime, asked, outcomeOf, {
    context: { eventType: 'viewer-request' },
    viewer: { ip: viewerAddress },
    request,
  })
}

/** Runs a viewer-response CloudFront Function over an answer's status and headers. */
export function runViewerResponse(
  source: string,
  request: EdgeRequest,
  response: EdgeResponse,
  viewerAddress = '127.0.0.1',
): EdgeResponse {
  const { answered, ...runtime } = runtimeOf(source)
  return run(runtime, answered, (result) => EdgeResponse.parse(result), {
    context: { eventType: 'viewer-response' },
    viewer: { ip: viewerAddress },
    request,
    response,
  })
}

function outcomeOf(result: unknown): Outcome {
  const response = EdgeResponse.safeParse(result)
  return response.success ? { response: response.data } : { request: EdgeRequest.parse(result) }
}

/** The last that were asked. */
const MOST_KNOWN = 500

function run<Result>(
  { call, isSteady }: Pick<Runtime, 'call' | 'isSteady'>,
  known: Map<string, Result>,
  read: (result: unknown) => Result,
  event: object,
): Result {
  const input = JSON.stringify({ version: '1.0', ...event })
  const before = known.get(input)
  if (before !== undefined) return before
  const result = read(JSON.parse(call(input)))
  if (isSteady) known.set(input, result)
  const oldest = known.keys().next().value
  if (known.size > MOST_KNOWN && oldest !== undefined) known.delete(oldest)
  return result
}

interface Runtime {
  /** From an event's JSON to the JSON of what the handler answered. */
  readonly call: (input: string) => string
  /** Whether it answers the same event in the same way, as what asks for neither time nor chance does. */
  readonly isSteady: boolean
  /** What it answered events at the viewer's request, and at the response. */
  readonly asked: Map<string, Outcome>
  readonly answered: Map<string, EdgeResponse>
}

/** By source: to make a context and to compile takes a hundred times as long as the function itself. */
const runtimes = new Map<string, Runtime>()

function runtimeOf(source: string): Runtime {
  const made = runtimes.get(source)
  if (made) return made
  const isSteady = !/\b(Date|random)\b/.test(source)
  const runtime = { call: callOf(source), isSteady, asked: new Map(), answered: new Map() }
  runtimes.set(source, runtime)
  return runtime
}

/** Only from within is a global gone. */
const FORGET = new Script('delete globalThis[input]')

/**
 * A context with the function compiled in it. Each call runs the source anew, so that its variables are its own, and
 * what it left behind in the globals goes: in CloudFront no call knows of another.
 */
function callOf(source: string): Runtime['call'] {
  const globals: Record<string, unknown> = { input: '', output: '', digest }
  const context = createContext(globals, { microtaskMode: 'afterEvaluate' })
  new Script(MODULES).runInContext(context)
  const own = new Set(Object.keys(globals))
  const script = new Script(`(function () {
${source}
;Promise.resolve(handler(JSON.parse(input))).then(result => { output = JSON.stringify(result) })
})()`)
  let calls = 0
  return (input) => {
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
