import { connect as connectPlain, type Socket } from 'node:net'
import { connect as connectTls } from 'node:tls'
import { type Reply, ReplyReader } from './resp.ts'

/** No connection takes so long, with TLS and signing in. Milliseconds. */
const CONNECT_TIMEOUT = 2_000
const KEEP_ALIVE = 30_000

export interface NodeAddress {
  readonly host: string
  readonly port: number
  readonly tls: boolean
}

/** Opens a connection that reads answers; it ends itself unless `isReady` says in time that it serves. */
export function openSocket(
  { host, port, tls }: NodeAddress,
  on: {
    connected(socket: Socket): void
    reply(reply: Reply): void
    closed(socket: Socket, reason: Error | null): void
  },
): { socket: Socket; isReady: () => void } {
  const socket = tls ? connectTls({ host, port, servername: host }) : connectPlain({ host, port })
  socket.setNoDelay(true).setKeepAlive(true, KEEP_ALIVE)
  const patience = setTimeout(
    () => socket.destroy(new Error('Valkey takes no connection in time.')),
    CONNECT_TIMEOUT,
  ).unref()
  const reader = new ReplyReader()
  let reason: Error | null = null
  socket.on(tls ? 'secureConnect' : 'connect', () => on.connected(socket))
  socket.on('data', (chunk) => {
    try {
      for (const reply of reader.push(chunk)) on.reply(reply)
    } catch (error) {
      socket.destroy(asError(error))
    }
  })
  socket.on('error', (error) => {
    reason = error
  })
  socket.on('close', () => {
    clearTimeout(patience)
    on.closed(socket, reason)
  })
  return { socket, isReady: () => clearTimeout(patience) }
}

export const asError = (error: unknown): Error =>
  error instanceof Error ? error : new Error(String(error))
