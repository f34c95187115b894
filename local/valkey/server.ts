import { accessSync, constants, mkdirSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { startEngine } from '#local/children/engine'

export interface ValkeyServer {
  readonly url: string
  close(): Promise<void>
}

/**
 * Starts Valkey, or Redis, when one is on the PATH; answers `undefined` without one, and then the
 * functions cache in their own memory alone. Nothing is written to disk: a cache may be empty.
 */
export async function startValkey(options: {
  port: number
  dataDir: string
}): Promise<ValkeyServer | undefined> {
  const binary = findOnPath('valkey-server') ?? findOnPath('redis-server')
  if (!binary) return undefined
  const { port, dataDir } = options
  mkdirSync(dataDir, { recursive: true })
  const settings = `--bind 127.0.0.1 --port ${port} --save --appendonly no --maxmemory 128mb --maxmemory-policy allkeys-lru`
  const engine = startEngine(binary, [...settings.split(' '), '--dir', dataDir])
  await new Promise<void>((resolve, reject) => {
    engine.child.stdout?.on('data', () => {
      if (/ready to accept connections/i.test(engine.said())) resolve()
    })
    engine.child.once('error', reject)
    engine.child.once('exit', () =>
      reject(new Error(`${binary} did not start: ${engine.said().trim()}`)),
    )
  })
  return { url: `redis://127.0.0.1:${port}`, close: engine.close }
}

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
