import { type Axis, scale } from './axis.ts'
import { escaped } from './html.ts'

/** A plot as inline SVG. Colours are classes, so that light and dark are the page's. */
export interface PlotProps {
  readonly title: string
  /** What it shows, for who does not see it. */
  readonly said: string
  readonly x: Axis
  readonly y: Axis
  readonly series: readonly Series[]
}

export interface Series {
  readonly name: string
  /** Its colour, and whether it is drawn in dashes. */
  readonly tone: 'load' | 'capacity' | 'other' | 'limit'
  readonly isDashed?: boolean
  readonly isFilled?: boolean
  readonly points: readonly (readonly [x: number, y: number])[]
}

const WIDTH = 420
const HEIGHT = 260
const BOX = { left: 52, right: 14, top: 12, bottom: 40 }

export function plot({ title, said, x, y, series }: PlotProps): string {
  const atX = scale(x, BOX.left, WIDTH - BOX.right)
  const atY = scale(y, HEIGHT - BOX.bottom, BOX.top)
  const lines = series.map((one) => lineOf(one, atX, atY)).join('')
  const grid = y.ticks
    .map(
      (tick) =>
        `<line class="grid" x1="${BOX.left}" x2="${WIDTH - BOX.right}" y1="${atY(tick)}" y2="${atY(tick)}"/><text class="tick" x="${BOX.left - 6}" y="${atY(tick) + 4}" text-anchor="end">${escaped(y.name(tick))}</text>`,
    )
    .join('')
  const below = x.ticks
    .map(
      (tick) =>
        `<text class="tick" x="${atX(tick)}" y="${HEIGHT - BOX.bottom + 16}" text-anchor="${atX(tick) > WIDTH - BOX.right - 20 ? 'end' : 'middle'}">${escaped(x.name(tick))}</text>`,
    )
    .join('')
  const legend = series
    .map(
      ({ name, tone, isDashed }) =>
        `<li><span class="key ${tone}${isDashed ? ' dashed' : ''}"></span>${escaped(name)}</li>`,
    )
    .join('')
  return `<figure><figcaption><h3>${escaped(title)}</h3><p>${escaped(y.label)}</p></figcaption>
<svg viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${escaped(said)}">${grid}${lines}<line class="axis" x1="${BOX.left}" x2="${WIDTH - BOX.right}" y1="${HEIGHT - BOX.bottom}" y2="${HEIGHT - BOX.bottom}"/>${below}<text class="label" x="${(BOX.left + WIDTH - BOX.right) / 2}" y="${HEIGHT - 6}" text-anchor="middle">${escaped(x.label)}</text></svg>
<ul class="legend">${legend}</ul></figure>`
}

function lineOf(
  { tone, points, isDashed, isFilled }: Series,
  atX: (value: number) => number,
  atY: (value: number) => number,
): string {
  const path = points
    .map(([x, y], index) => `${index === 0 ? 'M' : 'L'}${atX(x).toFixed(1)} ${atY(y).toFixed(1)}`)
    .join('')
  const [first, last] = [points[0], points.at(-1)]
  const area =
    isFilled && first && last
      ? `<path class="area ${tone}" d="${path}L${atX(last[0]).toFixed(1)} ${HEIGHT - BOX.bottom}L${atX(first[0]).toFixed(1)} ${HEIGHT - BOX.bottom}Z"/>`
      : ''
  return `${area}<path class="line ${tone}${isDashed ? ' dashed' : ''}" d="${path}"/>`
}
