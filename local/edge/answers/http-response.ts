import type { IncomingMessage } from 'node:http'
import { Readable } from 'node:stream'
import type { Dispatcher } from 'undici'
import { hasBody } from '#local/http/request-head'
import type { EdgeAnswer } from './bucket-response.ts'

/** Of one connection alone, never passed on (RFC 9110, 7.6.1). */
const HOP_BY_HOP = new Set([
  'connection',
  'keep-alive',
  'transfer-encoding',
  'te',
  'trailer',
  'upgrade',
])

/** An answer up to this size is read whole before it is passed on: one write is much cheaper than a pipeline. */
const SMALL_BYTES = 65_536

/** Passes a request on to an HTTP origin, and its answer back. */
export function answerFromHttp(options: {
  /** Keeps connections to origins open. */
  dispatcher: Dispatcher
  /** Of the origin: `http://127.0.0.1:4205`. */
  origin: string
  /** With its query. */
  path: string
  request: IncomingMessage
  /** What it is sent with, as the edge's function leaves it. */
  headers: Readonly<Record<string, string | string[] | undefined>>
}): Promise<EdgeAnswer> {
  const { dispatcher, origin, path, request } = options
  const headers = passedOn(options.headers)
  // The edge has its own name there, and has told the viewer to continue by itself.
  delete headers.host
  delete headers.expect
  const viewer = request.socket.remoteAddress ?? '127.0.0.1'
  const forwarded = headers['x-forwarded-for']
  headers['x-forwarded-for'] = forwarded ? `${forwarded}, ${viewer}` : viewer

  return new Promise((resolve) => {
    const receive = receiver(resolve)
    dispatcher.dispatch(
      {
        origin,
        path,
        method: request.method ?? 'GET',
        headers,
        body: hasBody(request) ? request : null,
      },
      receive,
    )
  })
}

/** Hears of an answer's parts; settles with the whole one where it is small, else as soon as its body begins. */
function receiver(settle: (answer: EdgeAnswer) => void): Dispatcher.DispatchHandler {
  let status = 502
  let headers: EdgeAnswer['headers'] = {}
  let stream: Readable | undefined
  const chunks: Buffer[] = []
  const answer = (body: EdgeAnswer['body']) =>
    settle({ status, headers, body, cache: status >= 400 ? 'Error' : 'Miss' })
  return {
    onRequestStart() {},
    onResponseStart(controller, statusCode, received) {
      // Others follow one that only informs.
      if (statusCode < 200) return
      status = statusCode
      headers = passedOn(received)
      const size = Number(headers['content-length'] ?? Number.POSITIVE_INFINITY)
      if (size <= SMALL_BYTES) return
      stream = new Readable({
        read: () => controller.resume(),
        destroy(error, done) {
          controller.abort(error ?? new Error('The viewer has left'))
          done(error)
        },
      })
      answer(stream)
    },
    onResponseData(controller, chunk) {
      if (!stream) chunks.push(chunk)
      else if (!stream.push(chunk)) controller.pause()
    },
    onResponseEnd() {
      if (stream) stream.push(null)
      else answer(chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks))
    },
    onResponseError(_, error) {
      if (stream) stream.destroy(error)
      settle({
        status: 502,
        headers: { 'content-type': 'text/plain; charset=utf-8' },
        body: Buffer.from(`The origin could not be reached: ${error.message}`),
        cache: 'Error',
      })
    },
  }
}

function passedOn<Value>(
  headers: Readonly<Record<string, Value | undefined>>,
): Record<string, Value> {
  const passed: Record<string, Value> = {}
  for (const name in headers) {
    const value = headers[name]
    if (value !== undefined && !HOP_BY_HOP.has(name)) passed[name] = value
  }
  return passed
}
