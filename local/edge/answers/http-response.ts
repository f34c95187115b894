import { type IncomingMessage, request as send } from 'node:http'
import type { EdgeAnswer } from './bucket-response.ts'

/** Of one connection alone, never passed on (RFC 9110, 7.6.1). */
const HOP_BY_HOP = ['connection', 'keep-alive', 'transfer-encoding', 'te', 'trailer', 'upgrade']

/** CloudFront's own default for an origin's response. */
const ORIGIN_TIMEOUT_MILLISECONDS = 30_000

/** Passes a request on to an HTTP origin, and its answer back, as streams. */
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
    const outgoing = send(
      target,
      { method: request.method, headers, timeout: ORIGIN_TIMEOUT_MILLISECONDS },
      (answer) => {
        const passed: EdgeAnswer['headers'] = {}
        for (const [name, value] of Object.entries(answer.headers))
          if (value !== undefined && !HOP_BY_HOP.includes(name)) passed[name] = value
        resolve({
          status: answer.statusCode ?? 502,
          headers: passed,
          body: answer,
          cache: (answer.statusCode ?? 502) >= 400 ? 'Error' : 'Miss',
        })
      },
    )
    outgoing.on('timeout', () => outgoing.destroy(new Error('The origin did not answer in time')))
    outgoing.on('error', (error) =>
      resolve({
        status: 502,
        headers: { 'content-type': 'text/plain; charset=utf-8' },
        body: Buffer.from(`The origin could not be reached: ${error.message}`),
        cache: 'Error',
      }),
    )
    request.pipe(outgoing)
  })
}
