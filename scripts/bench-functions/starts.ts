import { execFile } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { median } from '#scripts/bench/median'
import type { Built } from './build.ts'

/** Milliseconds from the import of its module to its handler; the processor's are those of all threads. */
export interface Start {
  readonly wall: number
  readonly cpu: number
}

/** Run in a process of its own. */
const START = `
const before = { wall: performance.now(), cpu: process.cpuUsage() }
await import(process.argv[1])
const wall = performance.now() - before.wall
const { user, system } = process.cpuUsage(before.cpu)
console.log(JSON.stringify({ wall, cpu: (user + system) / 1000 }))
// A connection that the function opened would keep the process.
process.exit()`

/** A handler with a client of the table and nothing else, of the same layer: what the SDK alone costs. */
const BARE = (layer: string) => `
import { DynamoDBClient } from '${layer}/@aws-sdk/client-dynamodb.mjs'
import { DynamoDBDocumentClient } from '${layer}/@aws-sdk/lib-dynamodb.mjs'
const client = DynamoDBDocumentClient.from(new DynamoDBClient({}))
export const handler = async () => client`

/** Medians of each function, of a bare handler and of an empty one, by name; all of them in turns. */
export async function measureStarts(
  checkouts: readonly Built[],
  { names, runs }: { names: readonly string[]; runs: number },
): Promise<Map<string, Start>[]> {
  const all = await Promise.all(
    checkouts.map(async ({ folder, variables }) => {
      const bare = join(folder, 'bare.mjs')
      const empty = join(folder, 'empty.mjs')
      await writeFile(bare, BARE(join(folder, 'layers/runtime/nodejs')))
      await writeFile(empty, 'export const handler = async () => undefined')
      const functions = names.map((name) => ({
        name,
        module: join(folder, 'functions', name, 'index.mjs'),
        variables: variables.get(name) ?? {},
      }))
      const others = Object.entries({ empty, bare })
      return [...others.map(([name, module]) => ({ name, module, variables: {} })), ...functions]
    }),
  )
  const measured = all.map((of) => new Map(of.map(({ name }) => [name, [] as Start[]])))
  for (let run = 0; run < runs; run += 1)
    for (const name of ['empty', 'bare', ...names])
      for (const [at, of] of run % 2 ? [...all.entries()].reverse() : all.entries()) {
        const one = of.find((each) => each.name === name)
        if (one) measured[at]?.get(name)?.push(await start(one.module, one.variables))
      }
  return measured.map(
    (of) =>
      new Map(
        [...of].map(([name, starts]) => [
          name,
          {
            wall: median(starts.map(({ wall }) => wall)),
            cpu: median(starts.map(({ cpu }) => cpu)),
          },
        ]),
      ),
  )
}

async function start(module: string, variables: Readonly<Record<string, string>>): Promise<Start> {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['--input-type=module', '--eval', START, module],
    { env: { ...process.env, AWS_REGION: 'us-east-1', ...variables } },
  )
  return JSON.parse(stdout.trim().split('\n').at(-1) ?? '')
}
