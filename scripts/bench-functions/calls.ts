import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:http'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { text } from 'node:stream/consumers'
import { promisify } from 'node:util'
import { median } from '#scripts/bench/median'
import type { Built } from './build.ts'

/** Milliseconds of one call; the processor's are those of all threads. */
export interface Spent {
  readonly wall: number
  readonly cpu: number
}

/** What a process is to call. In the event `{now}` is the time and `{n}` another small number each time. */
export type Plan = {
  readonly event: string
  readonly warmUp: number
  readonly calls: number
  /** An address that is told when the warm-up is over. */
  readonly mark?: string
} & ({ readonly module: string } | { readonly asked: readonly Asked[] })

interface Asked {
  /** Of the document client: `QueryCommand`. */
  readonly command: string
  readonly input: Record<string, unknown>
}

interface World {
  readonly variables: Readonly<Record<string, string>>
  readonly courseId: string
  readonly videoId: string
}

/** The routes that are called most, by the traffic that we expect. */
const HOT = {
  'GET /courses': { name: 'catalog', method: 'GET', path: () => '/courses', body: null },
  'GET /my/courses': { name: 'learning', method: 'GET', path: () => '/my/courses', body: null },
  'POST …/session, 100 lessons': {
    name: 'learning',
    method: 'POST',
    path: ({ courseId }: World) => `/my/courses/${courseId}/session`,
    body: null,
  },
  'PUT …/progress': {
    name: 'learning',
    method: 'PUT',
    path: ({ courseId, videoId }: World) => `/my/courses/${courseId}/lessons/${videoId}/progress`,
    body: '{"positionSeconds":{n},"durationSeconds":100,"at":"{now}","sentAt":"{now}"}',
  },
  'GET /teaching/courses': {
    name: 'teaching',
    method: 'GET',
    path: () => '/teaching/courses',
    body: null,
  },
} as const

export interface Measured {
  readonly route: string
  /** What is asked of the table in one call. */
  readonly asked: readonly string[]
  readonly function: Spent
  /** None where nothing is asked of the table. */
  readonly bare: Spent | null
}

export async function measureCalls(
  checkouts: readonly Built[],
  options: { runs: number; calls: number },
): Promise<Measured[][]> {
  const worlds = await Promise.all(checkouts.map(({ root }) => startWorld(root)))
  try {
    const all: Measured[][] = checkouts.map(() => [])
    for (const [route, { name, ...asked }] of Object.entries(HOT)) {
      const plans = await Promise.all(
        checkouts.map(async ({ folder }, at) => {
          const { world } = worlds[at] ?? fail()
          const event = eventOf(asked.method, asked.path(world), asked.body)
          const module = join(folder, 'functions', name, 'index.mjs')
          const asking = await record(world, { event, module, warmUp: 2, calls: 1 })
          return { event, module, asked: asking, variables: world.variables }
        }),
      )
      const spent = plans.map(() => ({ function: [] as Spent[], bare: [] as Spent[] }))
      for (let round = 0; round < options.runs; round += 1)
        for (const [at, plan] of round % 2 ? [...plans.entries()].reverse() : plans.entries()) {
          const { event, module, asked, variables } = plan
          const often = { event, warmUp: options.calls, calls: options.calls }
          spent[at]?.function.push(await run({ ...often, module }, variables))
          if (asked.length > 0) spent[at]?.bare.push(await run({ ...often, asked }, variables))
        }
      for (const [at, { function: own, bare }] of spent.entries())
        all[at]?.push({
          route,
          asked: plans[at]?.asked.map(({ command }) => command.replace('Command', '')) ?? [],
          function: mediansOf(own),
          bare: bare.length > 0 ? mediansOf(bare) : null,
        })
    }
    return all
  } finally {
    await Promise.all(worlds.map(({ close }) => close()))
  }
}

const fail = (): never => {
  throw new Error('There is a world for each checkout.')
}

const mediansOf = (all: readonly Spent[]): Spent => ({
  wall: median(all.map(({ wall }) => wall)),
  cpu: median(all.map(({ cpu }) => cpu)),
})

async function startWorld(root: string) {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'world.ts'), root], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const close = async () => {
    const ended = once(child, 'exit')
    child.kill('SIGTERM')
    await ended
  }
  for await (const line of createInterface(child.stdout)) {
    if (!line.startsWith('{"variables"')) continue
    const world: World = JSON.parse(line)
    return { world, close }
  }
  throw new Error(`The course to measure with could not be made in ${root}.`)
}

/** What a warm call asks of the table, seen by a proxy before the engine. */
async function record(world: World, plan: Plan): Promise<Asked[]> {
  const engine = world.variables.AWS_ENDPOINT_URL_DYNAMODB ?? ''
  let asked: Asked[] = []
  const proxy = createServer(async (request, response) => {
    const body = await text(request)
    const target = request.headers['x-amz-target']
    if (typeof target !== 'string') {
      asked = []
      response.end()
      return
    }
    asked.push(askedOf(target.split('.').at(-1) ?? '', JSON.parse(body)))
    const answer = await fetch(engine, {
      method: 'POST',
      headers: {
        'content-type': 'application/x-amz-json-1.0',
        'x-amz-target': target,
        'x-amz-date': `${request.headers['x-amz-date']}`,
        authorization: `${request.headers.authorization}`,
      },
      body,
    })
    response.writeHead(answer.status, { 'content-type': 'application/x-amz-json-1.0' })
    response.end(await answer.text())
  }).listen(0, '127.0.0.1')
  await once(proxy, 'listening')
  const address = proxy.address()
  if (address === null || typeof address === 'string') throw new Error('The proxy has no port.')
  const mark = `http://127.0.0.1:${address.port}`
  try {
    await run({ ...plan, mark }, { ...world.variables, AWS_ENDPOINT_URL_DYNAMODB: mark })
  } finally {
    proxy.close()
  }
  return asked
}

/** As the document client takes it. A put is repeated without its condition, which holds only once. */
function askedOf(operation: string, input: Record<string, unknown>): Asked {
  const { TableName, Item } = input
  const again = operation === 'PutItem' ? { TableName, Item } : input
  return { command: `${COMMANDS[operation] ?? operation}Command`, input: toNative(again) }
}

/** The document client's names where they are not the table's. */
const COMMANDS: Readonly<Record<string, string>> = {
  GetItem: 'Get',
  PutItem: 'Put',
  UpdateItem: 'Update',
  DeleteItem: 'Delete',
  BatchGetItem: 'BatchGet',
  BatchWriteItem: 'BatchWrite',
  TransactGetItems: 'TransactGet',
  TransactWriteItems: 'TransactWrite',
}

const toNative = (input: object): Record<string, unknown> =>
  Object.fromEntries(Object.entries(input).map(([key, value]) => [key, native(value)]))

/** Of a value as the table stores it; all else stays. */
function native(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(native)
  if (typeof value !== 'object' || value === null) return value
  const [[type, of] = [], ...more] = Object.entries(value)
  if (more.length > 0 || !type) return toNative(value)
  if (type === 'S' || type === 'BOOL') return of
  if (type === 'N') return Number(of)
  if (type === 'NULL') return null
  return type === 'M' || type === 'L' ? native(of) : toNative(value)
}

async function run(plan: Plan, variables: World['variables']): Promise<Spent> {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [join(import.meta.dirname, 'called.ts'), JSON.stringify(plan)],
    { env: { ...process.env, ...variables }, maxBuffer: 64e6 },
  )
  return JSON.parse(stdout.trim().split('\n').at(-1) ?? '')
}

/** As API Gateway sends it for a learner who teaches too, with as many headers as browsers and the edge send. */
function eventOf(method: string, path: string, body: string | null): string {
  const headers = Object.fromEntries([
    ['X-Lectern-Host', 'learn.example.org'],
    ...Array.from({ length: 20 }, (_, at) => [
      `X-Header-${at}`,
      'of an ordinary length, as browsers and the edge send them',
    ]),
  ])
  return JSON.stringify({
    httpMethod: method,
    path,
    resource: path,
    pathParameters: null,
    queryStringParameters: null,
    body,
    headers,
    multiValueHeaders: Object.fromEntries(
      Object.entries(headers).map(([name, value]) => [name, [value]]),
    ),
    requestContext: {
      requestId: '1',
      authorizer: {
        claims: { sub: 'enid', name: 'Enid', email: '', 'cognito:groups': 'author' },
      },
    },
  })
}
