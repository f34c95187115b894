import { accessSync, constants, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { startEngine } from '#local/children/engine'
import { aclFile, REPLICA, type ValkeyUser } from './acl.ts'

export interface ValkeyServer {
  close(): Promise<void>
}

export interface ValkeyForm {
  /** Commands of several keys need one hash tag; one node has all slots. */
  readonly isCluster: boolean
  /** Who may sign in; nobody else may do anything. */
  readonly users: readonly ValkeyUser[]
}

/**
 * Starts Valkey, or Redis, when one is on the PATH; answers `undefined` without one, and then the functions cache
 * in their own memory alone. Nodes are two processes, so what the reader answers may be behind; a cluster is one
 * that says it has all slots. Nothing is written to disk: a cache may be empty.
 */
export async function startValkey(options: {
  port: number
  /** The replica's, or that of the cluster's own talk. */
  readerPort: number
  dataDir: string
  form: ValkeyForm
}): Promise<ValkeyServer | undefined> {
  const binary = findOnPath('valkey-server') ?? findOnPath('redis-server')
  if (!binary) return undefined
  const { port, readerPort, dataDir, form } = options
  const folder = (name: string) => {
    const path = join(dataDir, name)
    mkdirSync(path, { recursive: true })
    writeFileSync(join(path, 'users.acl'), aclFile(form.users))
    return path
  }
  if (form.isCluster) {
    const at = folder('cluster')
    writeFileSync(join(at, 'nodes.conf'), nodesFile(port, readerPort))
    const cluster = ['--cluster-enabled', 'yes', '--cluster-config-file', 'nodes.conf']
    // Two seconds after its start, in which it would have heard of others.
    const serves = /Cluster state changed: ok/
    return start(binary, port, at, [...cluster, '--cluster-port', `${readerPort}`], serves)
  }
  const primary = await start(binary, port, folder('primary'), ['--repl-diskless-sync-delay', '0'])
  try {
    const replica = await start(binary, readerPort, folder('replica'), [
      ...['--replicaof', `127.0.0.1 ${port}`],
      ...['--masteruser', REPLICA.name, '--masterauth', REPLICA.password],
    ])
    return {
      async close() {
        await replica.close()
        await primary.close()
      },
    }
  } catch (error) {
    await primary.close()
    throw error
  }
}

const MEMORY = ['--maxmemory', '128mb', '--maxmemory-policy', 'allkeys-lru']

async function start(
  binary: string,
  port: number,
  folder: string,
  more: readonly string[] = [],
  serves = /ready to accept connections/i,
): Promise<ValkeyServer> {
  rmSync(join(folder, 'dump.rdb'), { force: true })
  const engine = startEngine(binary, [
    ...['--bind', '127.0.0.1', '--port', `${port}`, '--dir', folder],
    ...['--save', '', '--appendonly', 'no', '--aclfile', 'users.acl', ...MEMORY, ...more],
  ])
  await new Promise<void>((resolve, reject) => {
    engine.child.stdout?.on('data', () => {
      if (serves.test(engine.said())) resolve()
    })
    engine.child.once('error', reject)
    engine.child.once('exit', () =>
      reject(new Error(`${binary} did not start: ${engine.said().trim()}`)),
    )
  })
  return { close: engine.close }
}

const NODE_ID = 'a'.repeat(40)
/** What a node of a cluster would have learned: it is alone, and has every slot. */
const nodesFile = (port: number, talkPort: number) =>
  `${NODE_ID} 127.0.0.1:${port}@${talkPort} myself,master - 0 0 1 connected 0-16383
vars currentEpoch 1 lastVoteEpoch 0
`

function findOnPath(name: string): string | undefined {
  return (process.env.PATH ?? '')
    .split(delimiter)
    .map((directory) => join(directory, name))
    .find((file) => {
      try {
        accessSync(file, constants.X_OK)
        return true
      } catch {
        return false
      }
    })
}
