import type { Server } from 'node:http'

export interface Listening {
  /** Without a slash at its end. */
  readonly url: string
  /** Ends the connections that are open, too. */
  close(): Promise<void>
}

/** Opens a server to this machine alone; the port 0 takes a free one. */
export async function listen(server: Server, port: number): Promise<Listening> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', resolve)
  })
  const address = server.address()
  return {
    url: urlOf(typeof address === 'object' && address ? address.port : port),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

export const hostOf = (port: number) => `127.0.0.1:${port}`

export const urlOf = (port: number) => `http://${hostOf(port)}`
