import { z } from 'zod'
import { measured } from '#load/scenarios/user/measured'

const Summary = z.object({
  count: z.number(),
  p50: z.number(),
  p90: z.number(),
  p95: z.number(),
  p99: z.number(),
})
export type Summary = z.infer<typeof Summary>

const Period = z.object({
  period: z.coerce.number(),
  counters: z.record(z.string(), z.number()),
  summaries: z.record(z.string(), Summary.partial({ p90: true })),
})

/** What of Artillery's report is read. */
export const Report = z.object({ aggregate: Period, intermediate: z.array(Period) })
export type Report = z.infer<typeof Report>

export interface Line {
  readonly name: string
  readonly count: number
  readonly failed: number
  readonly summary: Partial<Summary>
}

const BY_NAME = 'plugins.metrics-by-endpoint.'

/** Each route and file by its name, most asked first. */
export function linesOf({ aggregate: { counters, summaries } }: Report): Line[] {
  return Object.entries(summaries)
    .flatMap(([key, summary]) => {
      const name = key.startsWith(`${BY_NAME}response_time.`) && key.split('.').at(-1)
      if (!name) return []
      const failed = Object.entries(counters)
        .filter(([counter]) => isFailureOf(counter, name))
        .reduce((sum, [, count]) => sum + count, 0)
      return [{ name, count: summary.count ?? 0, failed, summary }]
    })
    .sort((a, b) => b.count - a.count)
}

const isFailureOf = (counter: string, name: string) =>
  counter.startsWith(`${BY_NAME}${name}.errors.`) ||
  new RegExp(`^${BY_NAME.replaceAll('.', '\\.')}${name}\\.codes\\.[45]`).test(counter)

/** All that did not succeed: answers of 400 and above, and none at all. */
export function failuresOf({ counters }: Report['aggregate']): number {
  const broken = Object.entries(counters)
    .filter(([name]) => name.startsWith('errors.'))
    .reduce((sum, [, count]) => sum + count, 0)
  return (counters[measured.failed] ?? 0) + broken
}
