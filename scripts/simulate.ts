/**
 * `npm run simulate -- --users 10000 --hours 2 --exam`: plays the traffic model against a stage's settings, event by
 * event, and says how long answers take, what is refused and where capacity comes too late (docs/sizing.md, "Simulated").
 */
import { writeFileSync } from 'node:fs'
import { CommanderError } from 'commander'
import { type Options, readOptions } from '#load/simulation/read-options'
import { pageOf } from '#load/simulation/report/page'
import { textOf, textOfSweep } from '#load/simulation/report/text'
import { simulate } from '#load/simulation/run'
import { scenarioOf } from '#load/simulation/scenario-of'
import { sweep } from '#load/simulation/sweep'
import settings from '../lectern.settings.ts'

/** Half an hour tells as much as two of steady traffic, and has the burst at its middle. */
const SWEEP = { hours: 0.5, timesAsMany: 8, within: 0.05 }

function main(args: readonly string[]): void {
  const options = readOptions(args)
  if (options.sweep) {
    sweepFrom(options)
    return
  }
  const begun = process.cpuUsage()
  const run = simulate(scenarioOf(settings, options), tell(options.hours * 60))
  console.log(textOf(run))
  if (options.html !== undefined) {
    const file = options.html === true ? 'lectern-simulation.html' : options.html
    writeFileSync(file, pageOf(run))
    console.error(`The page is ${file}.`)
  }
  const seconds = (process.cpuUsage(begun).user / 1e6).toFixed(1)
  console.error(`${run.events.toLocaleString('en')} events in ${seconds} s of the processor.`)
}

function sweepFrom(options: Options): void {
  const { hours, timesAsMany, within } = SWEEP
  const runOf = (users: number) => {
    console.error(`${users.toLocaleString('en')} users …`)
    return simulate(scenarioOf(settings, { ...options, users, hours }))
  }
  console.log(
    textOfSweep(sweep({ runOf, from: options.users, most: options.users * timesAsMany, within })),
  )
}

/** One line that is written over where somebody looks, else one now and then. */
function tell(minutes: number): (minute: number) => void {
  let toldAt = Date.now()
  return (minute) => {
    if (minute < minutes && Date.now() - toldAt < (process.stderr.isTTY ? 200 : 10_000)) return
    toldAt = Date.now()
    const line = `Minute ${minute} of ${minutes} …`
    process.stderr.write(
      process.stderr.isTTY ? `\r${line}${minute >= minutes ? '\n' : ''}` : `${line}\n`,
    )
  }
}

try {
  main(process.argv.slice(2))
} catch (error) {
  if (!(error instanceof CommanderError))
    console.error(error instanceof Error ? error.message : error)
  process.exitCode = error instanceof CommanderError ? error.exitCode : 1
}
