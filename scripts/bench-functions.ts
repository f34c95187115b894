/**
 * `npm run bench:functions`: what our functions cost. Of each what it loads at its start, how long that takes in a
 * fresh process beside an empty handler and a bare one, and of the hottest routes the processor's time of a warm
 * call, against a bare handler that asks a real engine the same by the SDK alone. All that is compared takes turns;
 * the medians count. `-- --against <checkout>` measures another commit too, which needs its own `node_modules`;
 * `-- --check` fails above `bench-functions/limits.json`.
 */
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { Command } from 'commander'
import { environments } from '#contract/platform/environment'
import { wholeNumber } from '#scripts/bench/whole-number'
import { build } from './bench-functions/build.ts'
import { measureCalls } from './bench-functions/calls.ts'
import { sizeAtStart } from './bench-functions/sizes.ts'
import { measureStarts } from './bench-functions/starts.ts'

const root = resolve(import.meta.dirname, '..')

interface Limits {
  /** kB by gzip that a function loads at its start; `test/stacks/bundles.test.ts` holds them. */
  readonly gzip: Readonly<Record<string, number>>
  /** The processor's time of a start over that of a bare handler's. */
  readonly start: Readonly<Record<string, number>>
  /** The same of a warm call, by route. */
  readonly call: Readonly<Record<string, number>>
}

const { runs, calls, against, check, only, functions } = readOptions()
const limits: Limits = JSON.parse(
  await readFile(join(import.meta.dirname, 'bench-functions/limits.json'), 'utf8'),
)
const scratch = await mkdtemp(join(tmpdir(), 'lectern-functions-'))
const tooMuch: string[] = []
try {
  const checkouts = [root, ...(against ? [resolve(against)] : [])]
  const built = await Promise.all(checkouts.map((from, at) => build(from, join(scratch, `${at}`))))
  console.log(`Node ${process.version}, medians of ${runs} processes, milliseconds\n`)
  if (only !== 'calls') await tellStarts()
  if (only !== 'starts') await tellCalls()

  async function tellStarts() {
    const sizes = built.map(({ folder }) =>
      functions.map((name) => ({
        name,
        ...sizeAtStart(folder, name, join(folder, 'layers/runtime')),
      })),
    )
    const [now, before] = await measureStarts(built, { names: functions, runs })
    const bare = now?.get('bare')?.cpu ?? Number.NaN
    console.log(
      '| Function | Own, layer: kB | Files | All gzip: kB | Start | Processor | To bare |',
      before ? 'Before: start, processor, kB | Ratios |' : '',
    )
    console.log(`|---|---|---|---|---|---|---|${before ? '---|---|' : ''}`)
    for (const name of ['empty', 'bare', ...functions]) {
      const start = now?.get(name)
      if (!start) continue
      const size = sizes[0]?.find((one) => one.name === name)
      const toBare = start.cpu / bare
      const cells = [
        name,
        size ? `${kB(size.own)}, ${kB(size.layer)}` : '',
        size?.files ?? '',
        size ? kB(size.gzip) : '',
        start.wall.toFixed(1),
        start.cpu.toFixed(1),
        toBare.toFixed(2),
      ]
      const then = before?.get(name)
      if (then) {
        const was = sizes[1]?.find((one) => one.name === name)
        cells.push(
          `${then.wall.toFixed(1)}, ${then.cpu.toFixed(1)}, ${was ? kB(was.gzip) : ''}`,
          `${(start.wall / then.wall).toFixed(2)}, ${(start.cpu / then.cpu).toFixed(2)}`,
        )
      }
      console.log(`| ${cells.join(' | ')} |`)
      const most = limits.start[name]
      if (most !== undefined && toBare > most)
        tooMuch.push(`${name} starts with ${toBare.toFixed(2)} of a bare start, above ${most}`)
    }
    console.log()
  }

  async function tellCalls() {
    const [now, before] = await measureCalls(built, { runs: Math.ceil(runs / 2), calls })
    console.log(
      '| Warm call | Asks the table | Wall | Processor | Bare: processor | Ratio |',
      before ? 'Before: processor, to its bare | Ratio |' : '',
    )
    console.log(`|---|---|---|---|---|---|${before ? '---|---|' : ''}`)
    for (const [at, one] of (now ?? []).entries()) {
      const toBare = one.bare && one.function.cpu / one.bare.cpu
      const cells = [
        one.route,
        one.asked.join(', ') || 'nothing',
        one.function.wall.toFixed(2),
        one.function.cpu.toFixed(3),
        one.bare?.cpu.toFixed(3) ?? '',
        toBare?.toFixed(2) ?? '',
      ]
      const then = before?.[at]
      if (then)
        cells.push(
          `${then.function.cpu.toFixed(3)}, ${then.bare ? (then.function.cpu / then.bare.cpu).toFixed(2) : ''} (${then.asked.join(', ')})`,
          (one.function.cpu / then.function.cpu).toFixed(2),
        )
      console.log(`| ${cells.join(' | ')} |`)
      const most = limits.call[one.route]
      if (most !== undefined && toBare !== null && toBare > most)
        tooMuch.push(`${one.route} costs ${toBare.toFixed(2)} of a bare call, above ${most}`)
    }
  }
} finally {
  await rm(scratch, { recursive: true, force: true })
}
if (check && tooMuch.length > 0) {
  console.error(`\n${tooMuch.join('\n')}`)
  process.exitCode = 1
}

function kB(bytes: number): string {
  return (bytes / 1000).toFixed(0)
}

function readOptions() {
  const all = Object.keys(environments)
  const command = new Command()
    .argument('[functions...]', `whose starts, of ${all.join(', ')}`, all)
    .option('--runs <n>', 'processes of each', wholeNumber, 8)
    .option('--calls <n>', 'warm calls of a process, after as many before', wholeNumber, 300)
    .option('--against <checkout>', 'the folder of another checkout')
    .option('--only <part>', 'starts or calls')
    .option('--check', 'fail above the limits', false)
    .parse()
  const functions: string[] = command.processedArgs[0]
  const unknown = functions.filter((name) => !all.includes(name))
  if (unknown.length > 0) command.error(`There is no function called ${unknown.join(', ')}.`)
  interface Options {
    runs: number
    calls: number
    against?: string
    only?: string
    check: boolean
  }
  const options = command.opts<Options>()
  if (options.only && !['starts', 'calls'].includes(options.only))
    command.error('Only starts or only calls, please.')
  return { ...options, functions }
}
