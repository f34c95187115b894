import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import type { Measured } from './embedded-metrics.ts'

/** What a metric was on a day: its sum, and how often each value came, to three figures. */
const Kept = z.record(
  z.string(),
  z.object({ sum: z.number(), values: z.record(z.string(), z.number()) }),
)
type Kept = z.infer<typeof Kept>
export type KeptMetric = Kept[string]

/** Milliseconds between what is measured and the file that says so. */
const WAIT = 500
const FIGURES = 3

export interface MetricKeeper {
  add(measured: readonly Measured[]): void
  /** Writes what came since. */
  close(): void
}

export const metricKey = ({
  namespace,
  name,
  dimensions,
}: Pick<Measured, 'namespace' | 'name' | 'dimensions'>): string =>
  JSON.stringify([namespace, name, ...Object.entries(dimensions).toSorted()])

/** Keeps metrics by day, of UTC, in files of its own: each thread that hears of some has a keeper. */
export function keepMetrics(dataDir: string, keeper: string): MetricKeeper {
  const folder = join(folderOf(dataDir), keeper)
  const days = new Map<string, Kept>()
  const changed = new Set<string>()
  let timer: NodeJS.Timeout | undefined

  const write = () => {
    clearTimeout(timer)
    timer = undefined
    if (changed.size > 0) mkdirSync(folder, { recursive: true })
    for (const day of changed) {
      const file = join(folder, `${day}.json`)
      writeFileSync(`${file}.new`, JSON.stringify(days.get(day)))
      renameSync(`${file}.new`, file)
    }
    changed.clear()
  }
  return {
    add(measured) {
      for (const one of measured) {
        const day = new Date(one.at).toISOString().slice(0, 10)
        const kept = days.get(day) ?? readFile(join(folder, `${day}.json`))
        days.set(day, kept)
        const key = metricKey(one)
        const metric = kept[key] ?? { sum: 0, values: {} }
        kept[key] = metric
        const value = Number(one.value.toPrecision(FIGURES))
        metric.sum += one.value
        metric.values[value] = (metric.values[value] ?? 0) + 1
        changed.add(day)
      }
      if (changed.size > 0) timer ??= setTimeout(write, WAIT).unref()
    },
    close: write,
  }
}

/** Of a day, by all keepers together. */
export function readMetric(dataDir: string, day: string, key: string): KeptMetric | null {
  const sums: KeptMetric = { sum: 0, values: {} }
  let isThere = false
  for (const keeper of keepersOf(dataDir)) {
    const metric = readFile(join(folderOf(dataDir), keeper, `${day}.json`))[key]
    if (!metric) continue
    isThere = true
    sums.sum += metric.sum
    for (const [value, times] of Object.entries(metric.values))
      sums.values[value] = (sums.values[value] ?? 0) + times
  }
  return isThere ? sums : null
}

const folderOf = (dataDir: string) => join(dataDir, 'metrics')

const keepersOf = (dataDir: string): string[] => orNone(() => readdirSync(folderOf(dataDir)), [])

const readFile = (file: string): Kept =>
  orNone(() => Kept.parse(JSON.parse(readFileSync(file, 'utf8'))), {})

function orNone<T>(read: () => T, none: T): T {
  try {
    return read()
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return none
    throw error
  }
}
