import { mkdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { type Engine, startEngine } from '#local/children/engine'

export interface DynamoEngine {
  readonly url: string
  /** The SQLite file that holds everything. */
  readonly file: string
  readonly onDeath: Engine['onDeath']
  close(): Promise<void>
}

/** Starts the DynamoDB engine on its own file; items survive a restart. */
export async function startDynamo(options: { port: number; file: string }): Promise<DynamoEngine> {
  const { port, file } = options
  mkdirSync(dirname(file), { recursive: true })
  const engine = startEngine(findEngine(), [
    ...['--host', '127.0.0.1'],
    ...['--port', String(port)],
    ...['--db-path', file],
  ])
  const url = `http://127.0.0.1:${port}`
  for (let attempt = 0; !(await answers(url)); attempt += 1) {
    if (engine.child.exitCode !== null || attempt > 100)
      throw new Error(
        `The DynamoDB engine did not start: ${engine.said().trim() || 'it said nothing'}`,
      )
    await sleep(50)
  }
  return { url, file, onDeath: engine.onDeath, close: engine.close }
}

/** The engine's program; throws a sentence where there is none. */
export function findEngine(): string {
  try {
    return createRequire(import.meta.url).resolve('@dynoxide/linux-x64/dynoxide')
  } catch (cause) {
    throw new Error(
      'The local DynamoDB engine runs on Linux x64 only, and its package @dynoxide/linux-x64 is not installed. Run npm install on such a machine (or in WSL).',
      { cause },
    )
  }
}

const answers = async (url: string) => {
  try {
    await fetch(url)
    return true
  } catch {
    return false
  }
}
