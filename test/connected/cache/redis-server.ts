import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { connect, createServer, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Command, Reply } from '#adapters/cache/client/resp'
import { openValkey } from '#adapters/cache/client/valkey'
import { freePort } from '#test/support/free-port'

/** One node of a replication group or a cluster. */
export interface Node {
  readonly port: number
  /** As its operator asks it. */
  ask(command: Command): Promise<Reply>
  /** Makes it a replica of another. */
  follow(primary: Node): Promise<void>
  /** It answers no more, and keeps its connections. */
  hang(): void
  goOn(): void
  stop(): void
}

export async function startNode(...settings: string[]): Promise<Node> {
  const port = await freePort()
  const folder = mkdtempSync(join(tmpdir(), 'lectern-valkey-'))
  const child: ChildProcess = spawn('redis-server', [
    ...['--port', `${port}`, '--bind', '127.0.0.1', '--save', '', '--dir', folder],
    ...settings,
  ])
  for await (const chunk of child.stdout ?? [])
    if (String(chunk).includes('Ready to accept connections')) break
  const ask = async (command: Command) => {
    const address = `127.0.0.1:${port}`
    const place = { primary: address, reader: address, tls: false, isCluster: false, user: null }
    const valkey = openValkey(place)
    try {
      return (await valkey?.primary.send('', command)) ?? null
    } finally {
      valkey?.close()
    }
  }
  return {
    port,
    ask,
    follow: async (primary) => {
      await ask(['REPLICAOF', '127.0.0.1', primary.port])
    },
    hang: () => child.kill('SIGSTOP'),
    goOn: () => child.kill('SIGCONT'),
    stop: () => {
      child.kill('SIGKILL')
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

export interface ClusterNode extends Node {
  readonly id: string
}

/** A cluster whose nodes have the slots in equal parts. */
export async function startCluster(size: number): Promise<ClusterNode[]> {
  const started = await Promise.all(
    Array.from({ length: size }, async () => {
      const bus = await freePort()
      const node = await startNode(
        ...['--cluster-enabled', 'yes', '--cluster-port', `${bus}`],
        ...['--cluster-node-timeout', '60000', '--cluster-require-full-coverage', 'no'],
      )
      return { node, bus }
    }),
  )
  const share = Math.ceil(16_384 / size)
  for (const [at, { node }] of started.entries()) {
    const last = Math.min(16_383, (at + 1) * share - 1)
    await node.ask(['CLUSTER', 'ADDSLOTSRANGE', at * share, last])
    for (const { node: other, bus } of started)
      if (other !== node) await node.ask(['CLUSTER', 'MEET', '127.0.0.1', other.port, bus])
  }
  for (const { node } of started)
    for (;;) {
      const said = String(await node.ask(['CLUSTER', 'INFO']))
      if (said.includes('cluster_state:ok') && said.includes(`cluster_size:${size}`)) break
      await new Promise((done) => setTimeout(done, 50))
    }
  return Promise.all(
    started.map(async ({ node }) => ({ ...node, id: String(await node.ask(['CLUSTER', 'MYID'])) })),
  )
}

/** A replication group's primary endpoint: what connects anew comes to the node that is primary now. */
export interface Endpoint {
  /** Milliseconds by which answers are late. */
  delay: number
  /** What has come to it that is a command, `*` on the wire. */
  readonly packets: string[]
  readonly port: number
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
    delay: 0,
    packets: [],
    port: 0,
    close: () => undefined,
  }
  const server = createServer((socket) => {
    const behind = keep(connect(endpoint.primary.port, '127.0.0.1'))
    keep(socket)
      .on('data', (chunk) => {
        endpoint.packets.push(chunk.toString('latin1'))
        behind.write(chunk)
      })
      .on('end', () => behind.end())
    behind
      .on('data', (chunk) => {
        if (endpoint.delay === 0) socket.write(chunk)
        else setTimeout(() => socket.write(chunk), endpoint.delay)
      })
      .on('end', () => socket.end())
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  endpoint.port = typeof address === 'object' ? (address?.port ?? 0) : 0
  endpoint.close = () => {
    server.close()
    for (const socket of sockets) socket.destroy()
  }
  return endpoint
}
