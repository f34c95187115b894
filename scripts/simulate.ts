/**
 * `npm run simulate -- --users 10000 --hours 2 --exam`: plays the traffic model against a stage's settings, event by
 * event, and says how long answers take, what is refused and where capacity comes too late.
 */
import { CommanderError } from 'commander'
import { readOptions } from '#load/simulation/read-options'
import { textOf } from '#load/simulation/report/text'
import { simulate } from '#load/simulation/run'
import { scenarioOf } from '#load/simulation/scenario-of'
import settings from '../lectern.settings.ts'

function main(args: readonly string[]): void {
  const asked = readOptions(args)
  const scenario = scenarioOf(settings, asked)
  const begun = process.cpuUsage()
  const run = simulate(scenario, tell(asked.hours * 60))
  console.log(textOf(run))
  const seconds = (process.cpuUsage(begun).user / 1e6).toFixed(1)
  console.error(`${run.events.toLocaleString('en')} events in ${seconds} s of the processor.`)
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
