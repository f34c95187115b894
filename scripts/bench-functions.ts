/**
 * `npm run bench:functions`: what our functions cost. Of each what it loads at its start, how long that takes in a
 * fresh process beside an empty handler and a bare one, and of the hottest routes the processor's time of a warm
 * call, against a bare handler that asks a real engine the same by the SDK alone. All that is compared takes turns;
 * the medians count. `-- --against <checkout>` measures another commit too, which needs its own `node_modules`;
 * `-- --write` keeps what was measured in `bench-functions/results.json` and `docs/performance.md`; `-- --check` measures
 * in short, and fails where a ratio is above what was kept by more than `bench-functions/limits.json` allows, twice.
 */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { availableParallelism, tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { Command } from 'commander'
import { environments } from '#contract/platform/environment'
import { wholeNumber } from '#load/command/whole-number'
import { build } from './bench-functions/build.ts'
import { type Measured, measureCalls } from './bench-functions/calls.ts'
import { type Kept, type Margin, tableOf, tooMuch } from './bench-functions/results.ts'
import { sizeAtStart } from './bench-functions/sizes.ts'
import { measureStarts, type Start } from './bench-functions/starts.ts'

const root = resolve(import.meta.dirname, '..')

const RESULTS = join(import.meta.dirname, 'bench-functions/results.json')
const DOC = join(root, 'docs/performance.md')
const TABLE = /(?<=<!-- functions -->\n)[\s\S]*?(?=\n<!-- \/functions -->)/

/** Whose starts are looked at by `--check`. */
const CHECKED = ['catalog', 'learning', 'teaching', 'projector']

const { runs, calls, against, check, write, only, functions } = readOptions()
const scratch = await mkdtemp(join(tmpdir(), 'lectern-functions-'))
try {
  const checkouts = [root, ...(against ? [resolve(against)] : [])]
  const built = await Promise.all(checkouts.map((from, at) => build(from, join(scratch, `${at}`))))
  console.log(`Node ${process.version}, medians of ${runs} processes, milliseconds\n`)
  const measured = await measure()
  if (write) await keep(measured)
  if (check) await compare(measured)

  async function measure(): Promise<Pick<Kept, 'start' | 'call'>> {
    return {
      start: only === 'calls' ? {} : await tellStarts(),
      call: only === 'starts' ? {} : await tellCalls(),
    }
  }

  /** A busy moment is measured again; what is slower both times is slower. */
  async function compare(first: Pick<Kept, 'start' | 'call'>) {
    const kept: Kept = JSON.parse(await readFile(RESULTS, 'utf8'))
    const { margin }: { margin: Margin } = JSON.parse(
      await readFile(join(import.meta.dirname, 'bench-functions/limits.json'), 'utf8'),
    )
    const once = tooMuch(first, kept, margin)
    if (once.length === 0) return
    console.log(`${once.join('\n')}\nMeasured again:\n`)
    const twice = tooMuch(await measure(), kept, margin)
    if (twice.length === 0) return
    console.error(twice.join('\n'))
    process.exitCode = 1
  }

  async function keep(found: Pick<Kept, 'start' | 'call'>) {
    const kept: Kept = {
      date: new Date().toISOString().slice(0, 10),
      machine: `${availableParallelism()} cores, Node ${process.version}`,
      ...found,
    }
    await writeFile(RESULTS, `${JSON.stringify(kept, null, 2)}\n`)
    const text = await readFile(DOC, 'utf8')
    await writeFile(DOC, text.replace(TABLE, tableOf(kept)))
  }

  async function tellStarts(): Promise<Kept['start']> {
    const sizes = built.map(({ folder }) =>
      functions.map((name) => ({
        name,
        ...sizeAtStart(folder, name, join(folder, 'layers/runtime')),
      })),
    )
    const [now = new Map<string, Start>(), before] = await measureStarts(built, {
      names: functions,
      runs,
    })
    const bare = now.get('bare')?.cpu ?? Number.NaN
    console.log(
      '| Function | Own, layer: kB | Files | All gzip: kB | Start | Processor | To bare |',
      before ? 'Before: start, processor, kB | Ratios |' : '',
    )
    console.log(`|---|---|---|---|---|---|---|${before ? '---|---|' : ''}`)
    const kept: [string, Kept['start'][string]][] = []
    for (const [name, start] of now) {
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
      if (size)
        kept.push([
          name,
          {
            kB: Number(kB(size.gzip)),
            ms: Number(start.wall.toFixed(1)),
            toBare: Number(toBare.toFixed(2)),
          },
        ])
    }
    console.log()
    return Object.fromEntries(kept)
  }

  async function tellCalls(): Promise<Kept['call']> {
    const [now = [], before] = await measureCalls(built, { runs: Math.ceil(runs / 2), calls })
    console.log(
      '| Warm call | Asks the table | Wall | Processor | Bare: processor | Ratio |',
      before ? 'Before: processor, to its bare | Ratio |' : '',
    )
    console.log(`|---|---|---|---|---|---|${before ? '---|---|' : ''}`)
    for (const [at, one] of now.entries()) {
      const cells = [
        one.route,
        one.asked.join(', ') || 'nothing',
        one.function.wall.toFixed(2),
        one.function.cpu.toFixed(3),
        one.bare?.cpu.toFixed(3) ?? '',
        toBareOf(one)?.toFixed(2) ?? '',
      ]
      const then = before?.[at]
      if (then)
        cells.push(
          `${then.function.cpu.toFixed(3)}, ${toBareOf(then)?.toFixed(2) ?? ''} (${then.asked.join(', ')})`,
          (one.function.cpu / then.function.cpu).toFixed(2),
        )
      console.log(`| ${cells.join(' | ')} |`)
    }
    console.log()
    return Object.fromEntries(
      now.map((one) => [
        one.route,
        {
          asked: one.asked.join(', ') || 'nothing',
          ms: Number(one.function.cpu.toFixed(2)),
          bareMs: one.bare && Number(one.bare.cpu.toFixed(2)),
          toBare: one.bare && Number((one.function.cpu / one.bare.cpu).toFixed(2)),
        },
      ]),
    )
  }
} finally {
  await rm(scratch, { recursive: true, force: true })
}

function toBareOf({ function: own, bare }: Measured): number | null {
  return bare && own.cpu / bare.cpu
}

function kB(bytes: number): string {
  return (bytes / 1000).toFixed(0)
}

function readOptions() {
  const all = Object.keys(environments)
  const command = new Command()
    .argument('[functions...]', `whose starts, of ${all.join(', ')}`)
    .option('--runs <n>', 'processes of each (8; 6 to check)', wholeNumber)
    .option(
      '--calls <n>',
      'warm calls of a process, after as many (300; 150 to check)',
      wholeNumber,
    )
    .option('--against <checkout>', 'the folder of another checkout')
    .option('--only <part>', 'starts or calls')
    .option('--check', 'fail above what was kept', false)
    .option('--write', 'keep what is measured, of all', false)
    .parse()
  interface Options {
    runs?: number
    calls?: number
    against?: string
    only?: string
    check: boolean
    write: boolean
  }
  const options = command.opts<Options>()
  if (options.only && !['starts', 'calls'].includes(options.only))
    command.error('Only starts or only calls, please.')
  const { check } = options
  const { runs = check ? 6 : 8, calls = check ? 150 : 300 } = options
  const named: string[] = command.processedArgs[0]
  const functions = named.length > 0 ? named : check ? CHECKED : all
  const unknown = functions.filter((name) => !all.includes(name))
  if (unknown.length > 0) command.error(`There is no function called ${unknown.join(', ')}.`)
  if (options.write && (named.length > 0 || options.only || check))
    command.error('What is kept is measured whole.')
  return { ...options, runs, calls, functions }
}
