import { services } from '#contract/http/route'
import type { Sums } from '#load/simulation/recorder'
import type { Run } from '#load/simulation/run'
import { promises } from './promises.ts'

/** A run as a terminal shows it. */
export function textOf(run: Run): string {
  const { recorder, site, scenario } = run
  const rows = [
    HEAD,
    ...services.map((service, at) => rowOf(service, recorder.functions[at] as Sums)),
    rowOf('all', recorder.total),
  ]
  const { comingSeconds, seconds } = scenario
  return [
    `Counted from minute ${comingSeconds / 60}, when all have come, to minute ${seconds / 60}. Times in ms.`,
    '',
    ...tableOf(rows),
    '',
    `The table has ${site.table.partitions} partitions and refused ${number(site.table.refused)} times, ${number(site.table.failed)} calls failed with it.`,
    `${number(recorder.gaveUp)} times a person saw a call fail after the client had tried again.`,
    '',
    ...Object.values(promises).map((verdictOf) => {
      const { promise, seen, isKept } = verdictOf(run)
      return `${isKept ? 'kept  ' : 'BROKEN'}  ${promise}: ${seen}`
    }),
  ].join('\n')
}

const HEAD = [
  ...['', 'requests', 'gateway', 'P50', 'P95', 'P99', 'cold starts', 'spilled over'],
  ...['throttled', 'refused', 'failed'],
]

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

export const number = (count: number): string => count.toLocaleString('en')
const share = (count: number, of: number) => (of > 0 ? `${((100 * count) / of).toFixed(1)} %` : '–')

export function tableOf(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => row[column]?.length ?? 0)),
  )
  return rows.map((row) =>
    row
      .map((cell, column) => {
        const width = widths[column] ?? 0
        return column === 0 ? cell.padEnd(width) : cell.padStart(width)
      })
      .join('  ')
      .trimEnd(),
  )
}
