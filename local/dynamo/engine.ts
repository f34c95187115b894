import { type ChildProcess, spawn } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

export interface DynamoEngine {
  readonly url: string
  /** The SQLite file that holds everything. */
  readonly file: string
  close(): Promise<void>
}

/** Starts the DynamoDB engine on its own file; items survive a restart. */
export async function startDynamo(options: { port: number; file: string }): Promise<DynamoEngine> {
  const { port, file } = options
  mkdirSync(dirname(file), { recursive: true })
  const child = spawn(
    findEngine(),
    ['--host', '127.0.0.1', '--port', String(port), '--db-path', file],
    { stdio: ['ignore', 'ignore', 'pipe'], detached: true },
  )
  let complaint = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    complaint = (complaint + text).slice(-2000)
  })
  const url = `http://127.0.0.1:${port}`
  for (let attempt = 0; !(await answers(url)); attempt += 1) {
    if (child.exitCode !== null || attempt > 100)
      throw new Error(`The DynamoDB engine did not start: ${complaint.trim() || 'it said nothing'}`)
    await sleep(50)
  }
  return { url, file, close: () => endChild(child) }
}

/** Asks a child to end, and ends it after two seconds if it does not. */
export async function endChild(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  child.kill('SIGTERM')
  const timer = setTimeout(() => child.kill('SIGKILL'), 2000)
  await exited
  clearTimeout(timer)
}

function findEngine(): string {
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
