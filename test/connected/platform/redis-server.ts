import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { connect, createServer, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Redis } from 'iovalkey'
import { freePort } from '#test/support/free-port'

/** One node of a replication group. */
export interface Node {
  readonly port: number
  /** Makes it a replica of another. */
  follow(primary: Node): Promise<void>
  /** It answers no more, and keeps its connections. */
  hang(): void
  stop(): void
}

export async function startNode(): Promise<Node> {
  const port = await freePort()
  const folder = mkdtempSync(join(tmpdir(), 'lectern-valkey-'))
  const child: ChildProcess = spawn('redis-server', [
    ...['--port', `${port}`, '--bind', '127.0.0.1', '--save', '', '--dir', folder],
  ])
  for await (const chunk of child.stdout ?? [])
    if (String(chunk).includes('Ready to accept connections')) break
  return {
    port,
    follow: async (primary) => {
      const client = new Redis(port, '127.0.0.1')
      await client.replicaof('127.0.0.1', primary.port)
      client.disconnect()
    },
    hang: () => child.kill('SIGSTOP'),
    stop: () => {
      child.kill('SIGKILL')
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** A replication group's primary endpoint: what connects anew comes to the node that is primary now. */
export interface Endpoint {
  readonly url: string
  primary: Node
  close(): void
}

export async function startEndpoint(primary: Node): Promise<Endpoint> {
  const sockets = new Set<Socket>()
  const keep = (socket: Socket) => {
    sockets.add(socket)
    socket.on('error', () => undefined).on('close', () => sockets.delete(socket))
    return socket
  }
  const endpoint: { -readonly [K in keyof Endpoint]: Endpoint[K] } = {
    primary,
    url: '',
    close: () => undefined,
  }
  const server = createServer((socket) => {
    const behind = keep(connect(endpoint.primary.port, '127.0.0.1'))
    keep(socket).pipe(behind).pipe(socket)
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  endpoint.url = `redis://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`
  endpoint.close = () => {
    server.close()
    for (const socket of sockets) socket.destroy()
  }
  return endpoint
}
