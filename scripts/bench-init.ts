/**
 * `npm run bench:init`: what a function's start costs, from the import of its module to its handler, with the
 * runtime layer and with everything in one file. Each start is a process of its own, the two take turns, and
 * the medians are compared. `-- --check` fails when the layer costs `catalog` or `learning` more than 5 % more
 * of the processor's time, which a start on Lambda is short of and which a busy machine changes less.
 */
import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { Command, InvalidArgumentError } from 'commander'
import { environments } from '#contract/platform/environment'
import { buildFunctions } from '#scripts/build-functions'
import { median } from '#scripts/median'
import { environmentsOf } from './bench-init/environments.ts'
import { buildOneFile } from './bench-init/one-file.ts'

const root = resolve(import.meta.dirname, '..')
const MAY_COST = 1.05
const CHECKED = ['catalog', 'learning']

/** Run in a process of its own. The processor's time is that of all its threads. */
const START = `
const before = { wall: performance.now(), cpu: process.cpuUsage() }
await import(process.argv[1])
const { user, system } = process.cpuUsage(before.cpu)
console.log(JSON.stringify({ wall: performance.now() - before.wall, cpu: (user + system) / 1000 }))
// A connection that the function opened would keep the process.
process.exit()`

interface Start {
  /** Milliseconds. */
  readonly wall: number
  readonly cpu: number
}

const { runs, check, functions } = readOptions()
const folder = await mkdtemp(join(tmpdir(), 'lectern-init-'))
try {
  await buildFunctions({ root, outdir: folder, mount: join(folder, 'layers/runtime') })
  await buildOneFile(root, join(folder, 'one-file'))
  const variables = environmentsOf(folder)
  console.log(`Medians of ${runs} starts on Node ${process.version}, in milliseconds\n`)
  console.log('| Function | One file | With the layer | Ratio | Processor, ratio |')
  console.log('|---|---|---|---|---|')
  const tooSlow: string[] = []
  for (const name of functions) {
    const one: Start[] = []
    const layered: Start[] = []
    for (let run = 0; run < runs; run += 1) {
      const pair = [
        async () => one.push(await start(join(folder, 'one-file', name), variables.get(name))),
        async () => layered.push(await start(join(folder, 'functions', name), variables.get(name))),
      ]
      for (const next of run % 2 ? pair.reverse() : pair) await next()
    }
    const of = (starts: readonly Start[], key: keyof Start) => median(starts.map((at) => at[key]))
    const ratio = of(layered, 'wall') / of(one, 'wall')
    const processor = of(layered, 'cpu') / of(one, 'cpu')
    const cells = [of(one, 'wall').toFixed(0), of(layered, 'wall').toFixed(0)]
    console.log(`| ${[name, ...cells, ratio.toFixed(2), processor.toFixed(2)].join(' | ')} |`)
    if (CHECKED.includes(name) && processor > MAY_COST) tooSlow.push(name)
  }
  if (check && tooSlow.length > 0) {
    console.error(`\nThe layer costs ${tooSlow.join(' and ')} more than 5 % of its start.`)
    process.exitCode = 1
  }
} finally {
  await rm(folder, { recursive: true, force: true })
}

async function start(of: string, variables: Record<string, string> = {}): Promise<Start> {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['--input-type=module', '--eval', START, join(of, 'index.mjs')],
    { env: { ...process.env, AWS_REGION: 'us-east-1', ...variables } },
  )
  return JSON.parse(stdout.trim().split('\n').at(-1) ?? '')
}

function readOptions(): { runs: number; check: boolean; functions: string[] } {
  const all = Object.keys(environments)
  const command = new Command()
    .argument('[functions...]', `which of ${all.join(', ')}`, all)
    .option(
      '--runs <n>',
      'starts of each',
      (text) => {
        const value = Number(text)
        if (Number.isInteger(value) && value > 0) return value
        throw new InvalidArgumentError('A whole number above 0, please.')
      },
      20,
    )
    .option('--check', 'fail where the layer costs more than 5 %', false)
    .parse()
  const functions: string[] = command.processedArgs[0]
  const unknown = functions.filter((name) => !all.includes(name))
  if (unknown.length > 0) command.error(`There is no function called ${unknown.join(', ')}.`)
  return { ...command.opts<{ runs: number; check: boolean }>(), functions }
}
