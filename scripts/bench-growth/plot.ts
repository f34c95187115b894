import type { Grown, Series } from './measure.ts'

const WIDTH = 960
const ROW = 262
const PLOT = { width: 370, height: 150, top: 62, left: 62 }
const RIGHT = 500

/**
 * A row for each thing that grows: milliseconds at the left, read units at the right, both by how much there is. Its
 * colours follow the reader's scheme; dashes tell the lines apart without them.
 */
export function plotOf(all: readonly Grown[]): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${ROW * all.length}" role="img" aria-labelledby="title">
<title id="title">Milliseconds and read units of calls, as courses, enrolments, lessons and videos grow</title>
<style>
text { font: 13px system-ui, sans-serif; fill: #1f2328 }
.small { font-size: 11px; fill: #59636e }
.frame { fill: none; stroke: #d1d9e0 }
.line { fill: none; stroke-width: 2 }
${COLOURS.map(({ light }, at) => `.c${at} { stroke: ${light} }`).join(' ')}
@media (prefers-color-scheme: dark) {
text { fill: #f0f6fc } .small { fill: #9198a1 } .frame { stroke: #3d444d }
${COLOURS.map(({ dark }, at) => `.c${at} { stroke: ${dark} }`).join(' ')}
}
</style>
${all.map(rowOf).join('\n')}
</svg>
`
}

const COLOURS = [
  { light: '#0969da', dark: '#4493f8', dash: '' },
  { light: '#bc4c00', dark: '#f0883e', dash: '7 4' },
  { light: '#1a7f37', dark: '#3fb950', dash: '2 3' },
  { light: '#8250df', dark: '#ab7df8', dash: '9 3 2 3' },
  { light: '#bf3989', dark: '#f778ba', dash: '12 5' },
  { light: '#59636e', dark: '#9198a1', dash: '1 4' },
]

const rowOf = ({ what, series }: Grown, row: number): string => {
  const legend = series.map(({ name }, at) => {
    const x = PLOT.left + at * 148
    return `<line class="line c${at}" x1="${x}" x2="${x + 26}" y1="22" y2="22" ${dashOf(at)}/><text x="${x + 32}" y="26" class="small">${name}</text>`
  })
  return `<g transform="translate(0 ${row * ROW})">
<text x="${PLOT.left}" y="10">${what}</text>
${legend.join('\n')}
<g transform="translate(${PLOT.left} ${PLOT.top})">${panelOf(series, 'ms', ({ milliseconds }) => milliseconds)}</g>
<g transform="translate(${RIGHT + PLOT.left} ${PLOT.top})">${panelOf(series, 'read units', ({ readUnits }) => readUnits)}</g>
</g>`
}

const dashOf = (at: number) => {
  const { dash } = COLOURS[at % COLOURS.length] ?? { dash: '' }
  return dash && `stroke-dasharray="${dash}"`
}

type Point = Series['points'][number]

/** Across and up by powers of ten, so that what doubles is as steep everywhere. */
function panelOf(
  series: readonly Series[],
  unit: string,
  heightOf: (point: Point) => number,
): string {
  const points = series.flatMap((one) => one.points)
  const sizes = [...new Set(points.map(({ size }) => size))].sort((a, b) => a - b)
  const [least = 1, most = 10] = [sizes[0], sizes.at(-1)]
  const powers = powersAround(points.map(heightOf))
  const [low, high] = [Math.min(...powers), Math.max(...powers)]
  const x = (size: number) =>
    Math.round((Math.log(size / least) / Math.log(most / least)) * PLOT.width)
  const y = (value: number) =>
    Math.round(PLOT.height * (1 - (Math.log10(value) - low) / (high - low)))
  const across = sizes.map(
    (size) =>
      `<text class="small" x="${x(size)}" y="${PLOT.height + 16}" text-anchor="middle">${size.toLocaleString('en')}</text>`,
  )
  const up = powers.map((power) => {
    const value = 10 ** power
    return `<text class="small" x="-8" y="${y(value) + 4}" text-anchor="end">${value.toLocaleString('en')}</text><line class="frame" x1="0" x2="${PLOT.width}" y1="${y(value)}" y2="${y(value)}"/>`
  })
  const lines = series.map(({ points }, at) => {
    const path = points.map((point) => `${x(point.size)},${y(heightOf(point))}`).join(' ')
    return `<polyline class="line c${at}" points="${path}" ${dashOf(at)}/>`
  })
  return [
    ...up,
    ...across,
    ...lines,
    `<text class="small" x="-8" y="-12" text-anchor="end">${unit}</text>`,
  ].join('\n')
}

/** The powers of ten from below the least to above the most. */
function powersAround(values: readonly number[]): number[] {
  const low = Math.floor(Math.log10(Math.min(...values)))
  const high = Math.max(low + 1, Math.ceil(Math.log10(Math.max(...values))))
  return Array.from({ length: high - low + 1 }, (_, n) => low + n)
}
