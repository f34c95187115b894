/**
 * `npm run bench:api`: the ten hottest routes of the API through the edge and the gateway stand-ins, at a fixed number of
 * connections that are kept open, as fast as they go: `-- --connections 16 --seconds 6`.
 */
import { readFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Command } from 'commander'
import { targets } from '#lib/settings/targets'
import { wholeNumber } from '#load/command/whole-number'
import type { Endpoints } from '#local/cloud/endpoints'
import { findFreePorts, makeDataDir, removeDataDirs, startLectern } from '#test/support/lectern'
import { drive } from './bench-api/drive.ts'
import { hottestRoutes } from './bench-api/hottest.ts'
import { openMachine, type Reading } from './bench-api/machine.ts'
import { seed } from './bench-api/seed.ts'
import { percentileOf } from './bench-video/percentile.ts'

interface Options {
  connections: number
  seconds: number
  learners: number
  route?: string
  data?: string
  check: boolean
}

const { connections, seconds, learners, route, data, check } = readOptions()
const { percentile, promiseMs } = targets.apiResponse
const site = data ? { dataDir: data, stop: async () => undefined } : await startOwn()
const missed: string[] = []
try {
  const endpoints: Endpoints = JSON.parse(
    readFileSync(join(site.dataDir, 'endpoints.json'), 'utf8'),
  )
  const seeded = await seed(endpoints, site.dataDir, {
    authors: 10,
    learners,
    modules: 10,
    lessonsPerModule: 10,
    lessonsBegun: 50,
    enrolments: 5,
  })
  const machine = openMachine(endpoints)
  const beginning = await untilAtRest(machine)
  console.log(`${connections} connections, ${seconds} s each, ${learners} learners, ${cpus().length} cores, Node ${process.version}
A course has 100 lessons, of which each learner began 50. CPU is the processor's time of one request, in ms.
Memory of the local cloud before the load: ${beginning.megabytes.toFixed(0)} MB

| Route | a second | P50 | P95 | P99 ms | DynamoDB | Valkey | bytes | CPU: cloud | table | valkey | generator | MB | errors |
|---|---|---|---|---|---|---|---|---|---|---|---|---|---|`)
  for (const [at, { name, next }] of hottestRoutes(seeded).entries()) {
    if (route && !name.includes(route)) continue
    const network = (part: number) => `${10 + part}.${at + 1}`
    const options = { url: endpoints.webUrl, connections, next }
    await drive({ ...options, seconds: Math.min(2, seconds), network: network(1) })
    const before = await machine.read()
    const driven = await drive({ ...options, seconds, network: network(2) })
    const after = await machine.read()
    const worst = percentileOf(driven.times, percentile)
    const failed = [...driven.errors.values()].reduce((sum, count) => sum + count, 0)
    console.log(`| ${[name, ...rowOf(driven, before, after), failed].join(' | ')} |`)
    for (const [error, count] of driven.errors) console.log(`  ${count} times: ${error}`)
    if (worst > promiseMs) missed.push(`${name}: P${percentile} is above ${promiseMs} ms`)
    if (failed > 0) missed.push(`${name}: ${failed} of ${driven.times.length} failed`)
  }
} finally {
  await site.stop()
}
if (check && missed.length > 0) {
  console.error(`\n${missed.join('\n')}`)
  process.exitCode = 1
}

function rowOf(driven: Awaited<ReturnType<typeof drive>>, before: Reading, after: Reading) {
  const { times } = driven
  const each = (of: (reading: Reading) => number) => (of(after) - of(before)) / times.length
  return [
    Math.round(times.length / driven.seconds).toLocaleString('en'),
    ...[50, 95, 99].map((rank) => percentileOf(times, rank).toFixed(1)),
    each((reading) => reading.tableCalls).toFixed(2),
    each((reading) => reading.valkeyCalls).toFixed(2),
    Math.round(driven.bytes / times.length).toLocaleString('en'),
    each((reading) => reading.cpu.cloud * 1000).toFixed(2),
    each((reading) => reading.cpu.table * 1000).toFixed(2),
    each((reading) => reading.cpu.valkey * 1000).toFixed(2),
    each((reading) => reading.cpu.generator * 1000).toFixed(2),
    after.megabytes.toFixed(0),
  ]
}

/** What was seeded is in the table's stream, too, whose readers would be measured with the first routes. */
async function untilAtRest(machine: ReturnType<typeof openMachine>): Promise<Reading> {
  let before = await machine.read()
  for (let waited = 0; ; waited += 1) {
    await sleep(1000)
    const now = await machine.read()
    if (now.cpu.cloud - before.cpu.cloud < 0.1 || waited > 60) return now
    before = now
  }
}

async function startOwn() {
  const dataDir = await makeDataDir()
  const lectern = await startLectern({
    port: await findFreePorts(),
    dataDir,
    args: ['--no-demo'],
    timeoutSeconds: 600,
  })
  const stop = async () => {
    await lectern.stop()
    await removeDataDirs()
  }
  return { dataDir, stop }
}

function readOptions(): Options {
  return new Command('npm run bench:api --')
    .description('Measures the ten hottest routes through edge and gateway of the local cloud.')
    .option('--connections <number>', 'that ask at the same time', wholeNumber, 16)
    .option('--seconds <number>', 'for which each route is asked', wholeNumber, 6)
    .option('--learners <number>', 'who take turns; each may ask so often alone', wholeNumber, 300)
    .option('--route <text>', 'only routes with this in their name: session')
    .option('--data <folder>', 'the data of a local cloud that runs already')
    .option('--check', 'end with 1 where a request fails or the promise is not kept', false)
    .parse(process.argv)
    .opts<Options>()
}
