/**
 * `npm run bench:call`: the processor's time that a function of the API takes to start and for a warm call, of
 * all its threads, with a table that answers at once and is empty. Each run is a process of its own; the
 * medians count. `-- --against <checkout>` measures another commit's functions in turns with these, and
 * answers the ratios; that checkout needs its own `node_modules`.
 */
import { execFile } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { Command } from 'commander'
import { median } from '#scripts/median'

const root = resolve(import.meta.dirname, '..')
const WARM_UP = 500
const CALLS = 2_000

/** What most of each function's calls are like: it looks up a list and answers it. */
const ASKED = {
  catalog: '/courses',
  learning: '/my/courses',
  teaching: '/teaching/courses',
} as const

/**
 * Run in a process of its own, with a function's module and what it is asked. The event comes and the result
 * goes as text, as between Lambda and its runtime.
 */
const RUN = `
const [module, path] = process.argv.slice(1)
const spent = (before) => Object.values(process.cpuUsage(before)).reduce((sum, part) => sum + part) / 1000
const context = { functionName: 'bench', awsRequestId: '1', memoryLimitInMB: '1024', getRemainingTimeInMillis: () => 10_000 }
const headers = Object.fromEntries(Array.from({ length: 20 }, (_, at) => ['X-Header-' + at, 'of an ordinary length, as browsers and the edge send them']))
const event = JSON.stringify({
  httpMethod: 'GET', path, resource: path, pathParameters: null, queryStringParameters: null, body: null,
  headers, multiValueHeaders: Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, [value]])),
  requestContext: { requestId: '1', authorizer: { claims: { sub: 'ada', name: 'Ada', email: '', 'cognito:groups': 'author' } } },
})
const cold = process.cpuUsage()
const { handler } = await import(module)
const start = spent(cold)
const call = async () => {
  const result = JSON.stringify(await handler(JSON.parse(event), context))
  if (!result.includes('"statusCode":200')) throw new Error(result)
}
for (let at = 0; at < ${WARM_UP}; at += 1) await call()
const warm = process.cpuUsage()
for (let at = 0; at < ${CALLS}; at += 1) await call()
console.log(JSON.stringify({ start, call: spent(warm) / ${CALLS} }))
process.exit()`

/** Milliseconds of the processor. */
interface Spent {
  readonly start: number
  readonly call: number
}

interface Built {
  readonly folder: string
  readonly variables: ReadonlyMap<string, Readonly<Record<string, string>>>
}

const { runs, against } = new Command()
  .option('--runs <n>', 'processes of each', Number, 20)
  .option('--against <checkout>', 'the folder of another checkout')
  .parse()
  .opts<{ runs: number; against?: string }>()

const scratch = await mkdtemp(join(tmpdir(), 'lectern-call-'))
const table = createServer((request, response) => {
  request.resume().on('end', () => {
    response.setHeader('content-type', 'application/x-amz-json-1.0')
    response.end('{"Items":[],"Count":0,"ScannedCount":0}')
  })
}).listen(0, '127.0.0.1')
try {
  await once(table, 'listening')
  const checkouts = against ? [resolve(against), root] : [root]
  const built = await Promise.all(checkouts.map((from, at) => build(from, join(scratch, `${at}`))))
  console.log(
    `Medians of ${runs} processes on Node ${process.version}, milliseconds of processor\n`,
  )
  console.log(
    `| Function |${checkouts.map((from) => ` ${from}: start | call |`).join('')} Ratios |`,
  )
  for (const [name, path] of Object.entries(ASKED)) {
    const spent = built.map((): Spent[] => [])
    for (let run = 0; run < runs; run += 1)
      for (const [at, one] of run % 2 ? [...built.entries()].reverse() : built.entries())
        spent[at]?.push(await measure(one, name, path))
    const medians = spent.map((all) => ({
      start: median(all.map(({ start }) => start)),
      call: median(all.map(({ call }) => call)),
    }))
    const cells = medians.map(({ start, call }) => `${start.toFixed(1)} | ${call.toFixed(3)}`)
    const [before, after] = medians
    const ratios =
      before && after
        ? `${(after.start / before.start).toFixed(2)}, ${(after.call / before.call).toFixed(2)}`
        : ''
    console.log(`| ${[name, ...cells, ratios].join(' | ')} |`)
  }
} finally {
  table.close()
  await rm(scratch, { recursive: true, force: true })
}

/** By the checkout's own scripts, with its own stacks' variables. */
async function build(from: string, folder: string): Promise<Built> {
  const { buildFunctions } = await import(join(from, 'scripts/build-functions.ts'))
  const { environmentsOf } = await import(join(from, 'scripts/bench-init/environments.ts'))
  await buildFunctions({ root: from, outdir: folder, mount: join(folder, 'layers/runtime') })
  return { folder, variables: environmentsOf(folder) }
}

async function measure({ folder, variables }: Built, name: string, path: string): Promise<Spent> {
  const address = table.address()
  if (address === null || typeof address === 'string') throw new Error('The table has no port.')
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['--input-type=module', '--eval', RUN, join(folder, 'functions', name, 'index.mjs'), path],
    {
      env: {
        ...process.env,
        ...variables.get(name),
        AWS_REGION: 'us-east-1',
        AWS_ACCESS_KEY_ID: 'bench',
        AWS_SECRET_ACCESS_KEY: 'bench',
        AWS_ENDPOINT_URL_DYNAMODB: `http://127.0.0.1:${address.port}`,
        VALKEY: 'null',
        REQUESTS_PER_PERSON: '1000000000',
      },
    },
  )
  return JSON.parse(stdout.trim().split('\n').at(-1) ?? '')
}
