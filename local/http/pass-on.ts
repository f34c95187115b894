import { type IncomingMessage, request, type ServerResponse } from 'node:http'

/** Hands a request on to another server as it is, and its answer back. */
export const passOn = (to: string) => (incoming: IncomingMessage, outgoing: ServerResponse) => {
  const passed = request(
    new URL(incoming.url ?? '/', to),
    { method: incoming.method ?? 'GET', headers: incoming.headers },
    (response) => {
      outgoing.writeHead(response.statusCode ?? 502, response.headers)
      response.pipe(outgoing)
    },
  )
  passed.on('error', (error) => {
    if (!outgoing.headersSent) outgoing.writeHead(503, { 'content-type': 'application/json' })
    outgoing.end(JSON.stringify({ message: error.message }))
  })
  incoming.pipe(passed)
}
