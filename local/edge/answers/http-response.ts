import { type IncomingMessage, request as send } from 'node:http'
import { buffer } from 'node:stream/consumers'
import { hasBody } from '#local/http/request-head'
import type { EdgeAnswer } from './bucket-response.ts'

/** Of one connection alone, never passed on (RFC 9110, 7.6.1). */
const HOP_BY_HOP = ['connection', 'keep-alive', 'transfer-encoding', 'te', 'trailer', 'upgrade']

/** CloudFront's own default for an origin's response. */
const ORIGIN_TIMEOUT_MILLISECONDS = 30_000

/** An answer up to this size is read whole before it is passed on. */
const SMALL_BYTES = 65_536

/** Passes a request on to an HTTP origin, and its answer back. */
export function answerFromHttp(options: {
  /** The origin's whole address, its path and query included. */
  target: URL
  request: IncomingMessage
  /** What it is sent with, as the edge's function leaves it. */
  headers: Readonly<Record<string, string | string[] | undefined>>
}): Promise<EdgeAnswer> {
  const { target, request } = options
  const { host: _, ...headers }: Record<string, string | string[] | undefined> = options.headers
  for (const name of HOP_BY_HOP) delete headers[name]
  const viewer = request.socket.remoteAddress ?? '127.0.0.1'
  const forwarded = headers['x-forwarded-for']
  headers['x-forwarded-for'] = forwarded ? `${forwarded}, ${viewer}` : viewer

  return new Promise((resolve) => {
    const fail = (error: Error) =>
      resolve({
        status: 502,
        headers: { 'content-type': 'text/plain; charset=utf-8' },
        body: Buffer.from(`The origin could not be reached: ${error.message}`),
        cache: 'Error',
      })
    const outgoing = send(
      target,
      { method: request.method, headers, timeout: ORIGIN_TIMEOUT_MILLISECONDS },
      (answer) => {
        const passed: EdgeAnswer['headers'] = {}
        for (const [name, value] of Object.entries(answer.headers))
          if (value !== undefined && !HOP_BY_HOP.includes(name)) passed[name] = value
        const status = answer.statusCode ?? 502
        const answerWith = (body: EdgeAnswer['body']) =>
          resolve({ status, headers: passed, body, cache: status >= 400 ? 'Error' : 'Miss' })
        // One write is much cheaper than a pipeline.
        if (Number(answer.headers['content-length'] ?? Number.POSITIVE_INFINITY) <= SMALL_BYTES)
          buffer(answer).then(answerWith, fail)
        else answerWith(answer)
      },
    )
    outgoing.on('timeout', () => outgoing.destroy(new Error('The origin did not answer in time')))
    outgoing.on('error', fail)
    if (hasBody(request)) request.pipe(outgoing)
    else outgoing.end()
  })
}
