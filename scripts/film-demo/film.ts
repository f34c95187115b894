/** What is said, and at which second it begins. */
export interface Line {
  readonly at: number
  readonly words: string
}

/** A film of the demo course: what is seen at a time, and what is said. It is drawn in a browser. */
export interface Film {
  readonly seconds: number
  readonly lines: readonly Line[]
  /** Draws the whole picture as it is at that second. */
  readonly draw: (canvas: CanvasRenderingContext2D, second: number) => void
}

export const WIDTH = 1280
export const HEIGHT = 720

export const colours = {
  ground: '#23143d',
  faint: '#5b4a80',
  quiet: '#b9abdc',
  ink: '#ffffff',
  accent: '#ffc857',
  good: '#6fd3a8',
  bad: '#ff8a73',
}

interface Lettering {
  readonly size?: number
  readonly colour?: string
  readonly align?: CanvasTextAlign
  readonly weight?: number
}

export function write(
  canvas: CanvasRenderingContext2D,
  text: string,
  [x, y]: readonly [number, number],
  { size = 28, colour = colours.ink, align = 'left', weight = 400 }: Lettering = {},
): void {
  canvas.font = `${weight} ${size}px "DejaVu Sans", sans-serif`
  canvas.textAlign = align
  canvas.fillStyle = colour
  canvas.fillText(text, x, y)
}

/** An empty picture with its title. */
export function begin(canvas: CanvasRenderingContext2D, title: string): void {
  canvas.fillStyle = colours.ground
  canvas.fillRect(0, 0, WIDTH, HEIGHT)
  write(canvas, title, [64, 84], { size: 40, weight: 700 })
}

export function line(
  canvas: CanvasRenderingContext2D,
  points: readonly (readonly [number, number])[],
  { colour = colours.faint, width = 2, dash = [] as number[] } = {},
): void {
  canvas.strokeStyle = colour
  canvas.lineWidth = width
  canvas.setLineDash(dash)
  canvas.beginPath()
  for (const [x, y] of points) canvas.lineTo(x, y)
  canvas.stroke()
}

/** From 0 before `from` to 1 after `to`. */
export const share = (second: number, from: number, to: number) =>
  Math.min(1, Math.max(0, (second - from) / (to - from)))
