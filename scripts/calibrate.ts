/**
 * `npm run calibrate`: how many people this machine bears, with what loads it on the same cores, in three mixes of traffic;
 * and how near the simulation comes, which knows the machine by one of them alone (docs/load-tests.md, "This machine").
 */
import { once } from 'node:events'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join, resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { Argument, Command, Option } from 'commander'
import { limitedBy } from '#load/calibration/limited-by'
import { limitOf } from '#load/calibration/seen'
import { stageFacts, stages } from '#load/calibration/stages'
import { wholeNumber } from '#load/command/whole-number'
import { type Measured, machineOf, predict } from './calibrate/compare.ts'
import { measure } from './calibrate/measure.ts'
import { type MixName, mixes, mixNames, PERIOD_SECONDS } from './calibrate/mix.ts'
import { installArtillery } from './load/engine.ts'

interface Options {
  readonly by: MixName
  readonly seconds?: number
  readonly users?: number
  readonly hurry: number
  readonly out: string
  readonly measure: boolean
  readonly wait: boolean
}

const command = new Command('npm run calibrate --')
  .description('Finds how many people this machine bears, and how well the simulation tells it.')
  .addArgument(
    new Argument('[mixes...]', 'what is measured; what was before is kept')
      .choices(mixNames)
      .default(mixNames),
  )
  .addOption(
    new Option('--by <mix>', 'by which the simulation knows the machine')
      .choices(mixNames)
      .default('watch'),
  )
  .option(
    '--seconds <number>',
    'within which people come, until it ends, in place of the mix’s own',
    wholeNumber,
  )
  .option('--users <number>', 'who come, in place of what is more than enough here', wholeNumber)
  .option('--hurry <times>', 'as fast as in the model people go', wholeNumber, 10)
  .option('--out <folder>', 'where what was measured is kept', '.lectern/calibration')
  .option(
    '--wait',
    'for Enter before each load, once all is prepared, to have the machine alone',
    false,
  )
  .option('--no-measure', 'only compares what was measured before')
  .parse()
const options = command.opts<Options>()
const folder = resolve(options.out)
const fileOf = (mix: MixName) => join(folder, `${mix}.json`)

if (process.platform !== 'linux')
  command.error('The processor’s time of threads is read from /proc, which Linux alone has.')
if (options.measure) {
  mkdirSync(folder, { recursive: true })
  installArtillery()
  for (const mix of command.processedArgs[0] as MixName[]) {
    const { hurry, users = mixes[mix].users, seconds = mixes[mix].seconds } = options
    console.error(`${mix}: ${users} people come within ${seconds} s …`)
    const ready = () => (options.wait ? enter() : undefined)
    const measured = await measure({ mix, users, seconds, hurry }, join(folder, mix), ready)
    const kept: Measured = { ...measured, cores: availableParallelism() }
    writeFileSync(fileOf(mix), JSON.stringify(kept, null, 1))
  }
}
tell()

async function enter(): Promise<void> {
  console.error('All is prepared. Enter begins the load.')
  const lines = createInterface({ input: process.stdin })
  await once(lines, 'line')
  lines.close()
}

function tell(): void {
  const known = mixNames.flatMap((mix) =>
    existsSync(fileOf(mix)) ? [[mix, read(mix)] as const] : [],
  )
  const own = known.find(([mix]) => mix === options.by)?.[1]
  if (!own) {
    console.error(`Measure ${options.by} first, or name another by --by.`)
    process.exitCode = 1
    return
  }
  const machine = machineOf(own)
  console.log(`By ${options.by}, of the processor:`)
  for (const stage of stages)
    console.log(
      `  ${stage}: ${(1_000 * machine.secondsPer[stage]).toFixed(3)} ms a ${stageFacts[stage].unit}`,
    )
  console.log(
    '\n| Mix | users, measured | simulated | beside | requests a second | simulated | fullest | others |\n|---|---|---|---|---|---|---|---|',
  )
  for (const [mix, load] of known) {
    const { periods, cores } = load
    const measured = limitOf(periods)
    const full = limitedBy(periods, { cores, periodSeconds: PERIOD_SECONDS, limit: measured })
    const simulated = predict(load, machine)
    const beside = measured && simulated && 100 * (simulated.users / measured.users - 1)
    const cells = [
      measured?.users.toFixed(0) ?? 'not reached',
      simulated?.users.toFixed(0) ?? 'not reached',
      beside === undefined ? '' : `${beside.toFixed(0)} %`,
      measured?.requestsPerSecond.toFixed(0) ?? '',
      simulated?.requestsPerSecond.toFixed(0) ?? '',
      full ? `${full.what} ${(100 * full.share).toFixed(0)} %` : '',
      `${(100 * Math.max(...periods.map((it) => it.othersShare))).toFixed(0)} %`,
    ]
    console.log(`| ${[mix, ...cells].join(' | ')} |`)
  }
}

function read(mix: MixName): Measured {
  return JSON.parse(readFileSync(fileOf(mix), 'utf8'))
}
