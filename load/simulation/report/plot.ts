/** A line of a plot: a value for each stretch of time. */
export interface Line {
  readonly name: string
  readonly values: readonly number[]
}

export interface Plot {
  readonly title: string
  readonly unit: string
  /** Minutes of the whole. */
  readonly minutes: number
  readonly lines: readonly Line[]
  /** By powers of ten, for what reaches from little to much. @default false */
  readonly byPowers?: boolean
}

const SIZE = { width: 420, height: 200, left: 46, right: 8, top: 10, bottom: 26 }
const INNER = {
  width: SIZE.width - SIZE.left - SIZE.right,
  height: SIZE.height - SIZE.top - SIZE.bottom,
}

/** As a figure with its legend; colours and dashes are the page's, by the classes `line-0` and on. */
export function figureOf(plot: Plot): string {
  const { title, unit, lines } = plot
  const legend = lines
    .map(
      ({ name }, at) =>
        `<li><svg viewBox="0 0 24 8" aria-hidden="true"><line class="line line-${at}" x1="0" x2="24" y1="4" y2="4"/></svg>${name}</li>`,
    )
    .join('')
  return `<figure><figcaption>${title} <span>${unit}</span></figcaption><ul>${legend}</ul>${svgOf(plot)}</figure>`
}

function svgOf({ title, unit, minutes, lines, byPowers = false }: Plot): string {
  const most = Math.max(...lines.flatMap(({ values }) => values), byPowers ? 10 : 1)
  const ticks = byPowers ? powersUpTo(most) : stepsUpTo(most)
  const [low, high] = [ticks[0] ?? 0, ticks.at(-1) ?? 1]
  const heightOf = (value: number) =>
    byPowers
      ? Math.log(Math.max(value, low) / low) / Math.log(high / low)
      : (value - low) / (high - low)
  const y = (value: number) => round(SIZE.top + INNER.height * (1 - heightOf(value)))
  const x = (minute: number) => round(SIZE.left + (INNER.width * minute) / minutes)
  const across = minutesUpTo(minutes)
  return `<svg viewBox="0 0 ${SIZE.width} ${SIZE.height}" role="img" aria-label="${title}, ${unit}, over ${minutes} minutes; at most ${shortly(most)}">
${ticks.map((tick) => `<line class="grid" x1="${SIZE.left}" x2="${SIZE.width - SIZE.right}" y1="${y(tick)}" y2="${y(tick)}"/><text x="${SIZE.left - 6}" y="${y(tick) + 4}" text-anchor="end">${shortly(tick)}</text>`).join('\n')}
${across.map((minute) => `<text x="${x(minute)}" y="${SIZE.height - 8}" text-anchor="middle">${minute} min</text>`).join('\n')}
${lines.map(({ values }, at) => `<polyline class="line line-${at}" points="${values.map((value, n) => `${x(((n + 0.5) * minutes) / values.length)},${y(value)}`).join(' ')}"/>`).join('\n')}
</svg>`
}

const round = (place: number) => Math.round(place * 10) / 10

const shortly = (value: number) =>
  value >= 1_000_000
    ? `${value / 1_000_000} M`
    : value.toLocaleString('en', { maximumFractionDigits: 1 })

/** About four, of 1, 2 or 5 and noughts. */
function stepsUpTo(most: number): number[] {
  const rough = most / 4
  const power = 10 ** Math.floor(Math.log10(rough))
  const step = ([1, 2, 5, 10].find((times) => times * power >= rough) ?? 10) * power
  return Array.from({ length: Math.ceil(most / step) + 1 }, (_, at) => at * step)
}

function minutesUpTo(minutes: number): number[] {
  const step = [1, 5, 15, 30, 60, 120].find((it) => minutes / it <= 5) ?? 240
  return Array.from({ length: Math.ceil(minutes / step) }, (_, at) => at * step)
}

function powersUpTo(most: number): number[] {
  return Array.from({ length: Math.max(2, Math.ceil(Math.log10(most))) }, (_, at) => 10 ** (at + 1))
}
