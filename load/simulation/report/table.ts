import { services } from '#contract/http/route'
import { type PromiseName, promised, promises } from '#load/simulation/promises'
import type { Sums } from '#load/simulation/recorder'
import type { Run } from '#load/simulation/run'

export const number = (count: number): string => count.toLocaleString('en')

/** Of each function and of all: a head and rows of as many cells. */
export function resultRows({ recorder }: Run): { head: string[]; rows: string[][] } {
  const head = [
    ...['', 'requests', 'gateway', 'P50', 'P95', 'P99', 'cold starts', 'spilled over'],
    ...['throttled', 'refused', 'failed'],
  ]
  const functions = services.map((name, at) => rowOf(name, recorder.functions[at] as Sums))
  return { head, rows: [...functions, rowOf('all', recorder.total)] }
}

/** What else a run has to say, in sentences. */
export function sentencesOf({ recorder, site, scenario }: Run): string[] {
  const { comingSeconds, seconds } = scenario
  return [
    `Counted from minute ${comingSeconds / 60}, when all have come, to minute ${seconds / 60}. Times in ms.`,
    `The table has ${site.table.partitions} partitions and refused ${number(site.table.refused)} times, ${number(site.table.refusedByIndex)} of them for an index; ${number(site.table.failed)} calls failed with it.`,
    ...(site.signIns > 0
      ? [
          `${number(site.signIns)} people signed in; Cognito refused ${number(site.signInsRefused)} tries, after which they tried again.`,
        ]
      : []),
    `${number(recorder.gaveUp)} times a person saw a call fail after the client had tried again.`,
  ]
}

export const verdictsOf = (run: Run) =>
  (Object.keys(promises) as PromiseName[]).map((name) => ({
    promise: promised[name],
    ...promises[name](run),
  }))

function rowOf(name: string, sums: Sums): string[] {
  const { latency, asked } = sums
  return [
    name,
    number(asked),
    share(sums.fromGateway, asked),
    ...[50, 95, 99].map((percent) => latency.percentile(percent).toFixed(0)),
    number(sums.coldStarts),
    share(sums.spilledOver, asked - sums.fromGateway),
    ...[sums.throttled, sums.refused, sums.failed].map(number),
  ]
}

const share = (count: number, of: number) => (of > 0 ? `${((100 * count) / of).toFixed(1)} %` : '–')
