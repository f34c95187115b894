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
    { input: JSON.stringify({ version: '1.0', ...event }), output: '' },
    { microtaskMode: 'afterEvaluate' },
  )
  new Script(
    `${source}\n;Promise.resolve(handler(JSON.parse(input))).then(result => { output = JSON.stringify(result) })`,
  ).runInContext(sandbox, { timeout: TIMEOUT_MILLISECONDS })
  return JSON.parse(String(sandbox.output))
}
