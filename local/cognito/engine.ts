import { spawn } from 'node:child_process'
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { z } from 'zod'
import type { JsonObject } from '#local/assembly/json'

/** cognito-local in a process of its own, on an address that only the front knows. */
export interface Engine {
  readonly url: string
  /** Calls one of Cognito's actions; a refusal is an `EngineError` named as Cognito names it. */
  call(action: string, input: JsonObject): Promise<JsonObject>
  close(): Promise<void>
}

export class EngineError extends Error {
  override readonly name: string
  constructor(type: string, message: string) {
    super(message)
    this.name = type
  }
}

const START_MILLISECONDS = 30_000

/** Its standard input ends with the process that started it, however that ends, and so does it. */
const ENTRY = 'process.stdin.on("close", () => process.exit()).resume(); require(process.argv[1])'
const QUIET = { AWS_SDK_JS_SUPPRESS_MAINTENANCE_MODE_MESSAGE: '1' }

export async function startEngine(options: {
  dataDir: string
  userPoolId: string
  clientId: string
  issuerBase: string
  /** Options of the pool as cognito-local stores them, when it is made. */
  pool: JsonObject
}): Promise<Engine> {
  const { dataDir, issuerBase } = options
  const store = join(dataDir, '.cognito', 'db')
  mkdirSync(store, { recursive: true })
  writeFileSync(
    join(dataDir, '.cognito', 'config.json'),
    JSON.stringify({ TokenConfig: { IssuerDomain: issuerBase } }),
  )
  seedPool(store, options)

  const port = await freePort()
  const log = openSync(join(dataDir, 'cognito.log'), 'a')
  const entry = createRequire(import.meta.url).resolve('cognito-local/lib/bin/start.js')
  const child = spawn(process.execPath, ['--no-deprecation', '-e', ENTRY, entry], {
    cwd: dataDir,
    env: { ...process.env, ...QUIET, HOST: '127.0.0.1', PORT: String(port) },
    stdio: ['pipe', log, log],
  })
  closeSync(log)
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const kill = () => child.kill()
  const url = `http://127.0.0.1:${port}`
  try {
    await untilHealthy(url, () => child.exitCode !== null)
  } catch (error) {
    kill()
    throw error
  }

  return {
    url,
    async call(action, input) {
      const response = await fetch(url, {
        method: 'POST',
        headers: {
          'content-type': 'application/x-amz-json-1.1',
          'x-amz-target': `AWSCognitoIdentityProviderService.${action}`,
        },
        body: JSON.stringify(input),
      })
      const text = await response.text()
      const body: JsonObject = text ? JSON.parse(text) : {}
      if (response.ok) return body
      const refusal = Refusal.parse(body)
      throw new EngineError(refusal.__type, refusal.message)
    },
    async close() {
      kill()
      await ended
    },
  }
}

const Refusal = z.object({
  __type: z.string().default('InternalError'),
  message: z.string().default('The sign-in service failed; see cognito.log.'),
})

/** The pool keeps what it has; the one client is the template's. */
function seedPool(
  store: string,
  { userPoolId, clientId, pool }: { userPoolId: string; clientId: string; pool: JsonObject },
): void {
  const poolFile = join(store, `${userPoolId}.json`)
  if (!existsSync(poolFile)) {
    const options = {
      ...pool,
      Id: userPoolId,
      UsernameAttributes: ['email'],
      MfaConfiguration: 'OFF',
    }
    writeFileSync(poolFile, JSON.stringify({ Users: {}, Options: options }))
  }
  const clientsFile = join(store, 'clients.json')
  const known: JsonObject = existsSync(clientsFile)
    ? JSON.parse(readFileSync(clientsFile, 'utf8'))
    : {}
  const now = new Date().toISOString()
  const client = {
    ClientId: clientId,
    ClientName: 'web',
    UserPoolId: userPoolId,
    CreationDate: now,
    LastModifiedDate: now,
    ExplicitAuthFlows: ['ALLOW_USER_PASSWORD_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'],
    RefreshTokenValidity: 30,
    TokenValidityUnits: { AccessToken: 'hours', IdToken: 'hours', RefreshToken: 'days' },
    AccessTokenValidity: 1,
    IdTokenValidity: 1,
  }
  const clients = typeof known.Clients === 'object' && known.Clients ? known.Clients : {}
  writeFileSync(clientsFile, JSON.stringify({ Clients: { ...clients, [clientId]: client } }))
}

async function untilHealthy(url: string, hasEnded: () => boolean): Promise<void> {
  const deadline = Date.now() + START_MILLISECONDS
  while (Date.now() < deadline) {
    if (hasEnded()) break
    const healthy = await fetch(`${url}/health`).then(
      (response) => response.ok,
      () => false,
    )
    if (healthy) return
    await delay(50)
  }
  throw new Error(
    'The local sign-in service did not start; its data folder has cognito.log with the reason.',
  )
}

const freePort = () =>
  new Promise<number>((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      const port = typeof address === 'object' && address ? address.port : 0
      probe.close(() => resolve(port))
    })
  })
