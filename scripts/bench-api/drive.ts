import { Client } from 'undici'

/** One request as it goes over the wire. */
export interface Asked {
  readonly method: 'GET' | 'POST' | 'PUT'
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
  readonly body?: string
}

export interface Driven {
  /** Milliseconds of each request. */
  readonly times: readonly number[]
  /** Seconds from the first request to the last answer. */
  readonly seconds: number
  /** Bytes of the answers' bodies. */
  readonly bytes: number
  /** What was not answered with success, by what it was: `429`, `ECONNRESET`. */
  readonly errors: ReadonlyMap<string, number>
}

/**
 * Asks again and again for so many seconds: each connection is kept open, has one request at a time and an address of
 * its own, since the firewall counts by address. All of 127.0.0.0/8 is this machine.
 */
export async function drive(options: {
  url: string
  connections: number
  seconds: number
  /** The second and third part of the addresses, so that no route is counted with another. */
  network: string
  next: (count: number) => Asked
}): Promise<Driven> {
  const { url, connections, seconds, network, next } = options
  const clients = Array.from(
    { length: connections },
    (_, at) => new Client(url, { localAddress: `127.${network}.${at + 1}`, pipelining: 1 }),
  )
  const times: number[] = []
  const errors = new Map<string, number>()
  let bytes = 0
  let count = 0
  const started = performance.now()
  const until = started + seconds * 1000
  const work = async (client: Client) => {
    while (performance.now() < until) {
      const from = performance.now()
      const answer = await ask(client, next(count++))
      times.push(performance.now() - from)
      bytes += answer.bytes
      if (answer.error) errors.set(answer.error, (errors.get(answer.error) ?? 0) + 1)
    }
  }
  await Promise.all(clients.map(work))
  const took = (performance.now() - started) / 1000
  await Promise.all(clients.map((client) => client.close()))
  return { times, seconds: took, bytes, errors }
}

interface Answer {
  readonly bytes: number
  readonly error?: string
}

const ask = (client: Client, { method, path, headers, body }: Asked): Promise<Answer> =>
  new Promise((resolve) => {
    let bytes = 0
    let status = 0
    let start = ''
    client.dispatch(
      { method, path, headers, body: body ?? null },
      {
        onRequestStart() {},
        onResponseStart(_, statusCode) {
          status = statusCode
        },
        onResponseData(_, chunk) {
          bytes += chunk.length
          if (status >= 400 && start.length < 200) start += chunk.toString('utf8').slice(0, 200)
        },
        onResponseEnd: () =>
          resolve(status < 400 ? { bytes } : { bytes, error: `${status} ${start}` }),
        onResponseError: (_, error) => resolve({ bytes, error: error.message }),
      },
    )
  })
