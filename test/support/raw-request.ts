import { connect } from 'node:net'

export interface RawRequest {
  readonly method: string
  /** As it is to stand in the request line, whatever it is. */
  readonly target: string
  readonly headers: readonly (readonly [name: string, value: string])[]
  readonly body?: string
}

/** A request as bytes, past all that a client would mend. The answer's status; 0 for none. */
export const sendRaw = (url: string, { method, target, headers, body = '' }: RawRequest) =>
  new Promise<number>((resolve, reject) => {
    const { hostname, port } = new URL(url)
    const socket = connect(Number(port), hostname)
    let answer = ''
    socket.setEncoding('latin1')
    socket.setTimeout(10_000, () => socket.destroy(new Error('No answer within 10 s')))
    socket.on('data', (data) => {
      answer += data
    })
    // Whoever refuses a request may close before all of it is written.
    socket.on('error', (error) => (answer ? undefined : reject(error)))
    socket.on('close', () => resolve(Number(/^HTTP\/1\.1 (\d{3}) /.exec(answer)?.[1] ?? 0)))
    const length: [string, string][] = body ? [['content-length', String(body.length)]] : []
    const lines = [...headers, ...length, ['connection', 'close']].map((pair) => pair.join(': '))
    socket.write([`${method} ${target} HTTP/1.1`, ...lines, '', body].join('\r\n'), 'latin1')
  })
