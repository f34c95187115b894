import { type ChildProcess, spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export interface Account {
  username: string
  password: string
}

/** `.lectern/endpoints.json`, as the design lists it. */
export interface Endpoints {
  webUrl: string
  apiUrl: string
  s3Endpoint: string
  region: string
  accessKeyId: string
  secretAccessKey: string
  ingestBucket: string
  contentBucket: string
  cognitoEndpoint: string
  userPoolClientId: string
  accounts: Record<'admin' | 'author' | 'learner', Account>
}

export interface RunningLectern {
  endpoints: Endpoints
  /** Everything that it has printed until now. */
  output(): string
  /** As Ctrl-C does; answers the exit code. */
  stop(): Promise<number | null>
}

const dataDirs: string[] = []
export const makeDataDir = async () => {
  const dir = await mkdtemp(join(tmpdir(), 'lectern-'))
  dataDirs.push(dir)
  return dir
}
export const removeDataDirs = async () => {
  for (const dir of dataDirs.splice(0)) await rm(dir, { recursive: true, force: true })
}

/** The first of a run of free ports, since the local cloud takes several in a row. */
export const findFreePorts = async (count = 8): Promise<number> => {
  const isFree = (port: number) =>
    new Promise<boolean>((done) => {
      const server = createServer()
      server.once('error', () => done(false))
      server.listen(port, '127.0.0.1', () => server.close(() => done(true)))
    })
  for (let tries = 0; tries < 100; tries++) {
    const first = 20_000 + Math.floor(Math.random() * 20_000)
    const free = await Promise.all(Array.from({ length: count }, (_, n) => isFree(first + n)))
    if (free.every(Boolean)) return first
  }
  throw new Error('There is no run of free ports on this machine')
}

const hasEnded = (child: ChildProcess) => child.exitCode !== null || child.signalCode !== null

/** Runs `npm start` as a person would, but with ports and data of its own. */
export const startLectern = async (options: {
  port: number
  dataDir: string
  args?: string[]
  timeoutSeconds?: number
  /** What it must have said. @default that it can be used */
  until?: string
}): Promise<RunningLectern> => {
  const child = spawn(
    process.execPath,
    [
      'local/main.ts',
      '--port',
      `${options.port}`,
      '--data',
      options.dataDir,
      ...(options.args ?? []),
    ],
    { stdio: ['ignore', 'pipe', 'pipe'] },
  )
  let output = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk) => {
      output += chunk
    })
  const ended = new Promise<number | null>((done) => child.once('exit', (code) => done(code)))

  const until = Date.now() + (options.timeoutSeconds ?? 240) * 1000
  while (!output.includes(options.until ?? 'Lectern is ready')) {
    if (hasEnded(child)) throw new Error(`Lectern ended before it was ready:\n${output}`)
    if (Date.now() > until) {
      child.kill('SIGTERM')
      throw new Error(`Lectern was not ready in time:\n${output}`)
    }
    await new Promise((done) => setTimeout(done, 100))
  }
  return {
    endpoints: JSON.parse(readFileSync(join(options.dataDir, 'endpoints.json'), 'utf8')),
    output: () => output,
    stop: async () => {
      if (!hasEnded(child)) child.kill('SIGINT')
      return ended
    },
  }
}
