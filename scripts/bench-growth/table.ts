import type { Grown } from './measure.ts'

const FORMAT = new Intl.NumberFormat('en', { maximumSignificantDigits: 3 })

/** At the smallest and the largest size of each; how the time grew is their ratio. */
export function tableOf(all: readonly Grown[]): string {
  const rows = all.flatMap(({ what, series }) =>
    series.map(({ name, points }) => {
      const [first, last] = [points[0], points.at(-1)]
      if (!first || !last) throw new Error(`${name} was not measured`)
      const grew = FORMAT.format(last.milliseconds / first.milliseconds)
      const units = `${FORMAT.format(first.readUnits)} → ${FORMAT.format(last.readUnits)}`
      const requests = `${first.requests} → ${last.requests}`
      const times = `${FORMAT.format(first.milliseconds)} → ${FORMAT.format(last.milliseconds)}`
      return `| ${what} | ${name} | ${requests} | ${units} | ${times} | ${grew} |`
    }),
  )
  return [
    '| What grows | Call | Requests | Read units | ms | Times |',
    '|---|---|---|---|---|---|',
    ...rows,
  ].join('\n')
}
