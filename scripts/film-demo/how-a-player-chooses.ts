import { begin, colours, type Film, line, WIDTH, write } from './film.ts'

const RUNGS = [
  { name: '240p', mbits: 0.4, colour: '#8a6fd1' },
  { name: '360p', mbits: 0.8, colour: '#7d8ae8' },
  { name: '480p', mbits: 1.4, colour: '#5fb3e6' },
  { name: '720p', mbits: 3, colour: '#6fd3a8' },
  { name: '1080p', mbits: 5, colour: '#ffc857' },
] as const
const SEGMENT = 2
const MOST_BUFFER = 12
const SECONDS = 37
/** What is ready stands before what is shown. */
const SHOWN_SECONDS = SECONDS + MOST_BUFFER
const LEFT = 190
const RIGHT = WIDTH - 64
const xAt = (second: number) => LEFT + ((RIGHT - LEFT) * second) / SHOWN_SECONDS

const networkAt = (second: number) => (second < 10 ? 7 : second < 21 ? 1.3 : 6)

interface Segment {
  readonly rung: number
  /** When it is there whole. */
  readonly at: number
}
const segments = play()

/** A player by throughput, on a line that becomes bad and good again. */
export const film: Film = {
  seconds: SECONDS,
  lines: [
    { at: 0.6, words: 'A player begins with the lowest quality, so that a picture is there soon.' },
    { at: 5.6, words: 'The line is good, so it climbs, one rung at a time.' },
    { at: 10.4, words: 'Now the network is worse. The segment that is on its way comes late.' },
    { at: 15.4, words: 'The buffer pays for it. It shrinks, but the film does not stop.' },
    {
      at: 20.6,
      words: 'The line recovers. The player believes it after some segments, and climbs.',
    },
    {
      at: 26,
      words:
        'It never asks what the network will do. It looks at the last segments, and at its buffer.',
    },
    { at: 31.6, words: 'And it decides one thing only, again and again: the next segment.' },
  ],
  draw: (canvas, second) => {
    begin(canvas, 'How a player chooses')
    drawNetwork(canvas, second)
    drawSegments(canvas, second)
    drawBuffer(canvas, second)
  },
}

/** Each segment is asked for when the one before it is there, or when there is room in the buffer. */
function play(): Segment[] {
  const found: Segment[] = []
  let now = 0.2
  let rung = 0
  let quick = 0
  let slow = 0
  while (now < SECONDS) {
    const rate = RUNGS[rung]?.mbits ?? 0
    let missing = rate * SEGMENT
    const asked = now
    for (now += 0.1; missing > 0; now += 0.01) missing -= networkAt(now) * 0.01
    found.push({ rung, at: now })
    const measured = (rate * SEGMENT) / (now - asked)
    quick = found.length === 1 ? measured : 0.5 * quick + 0.5 * measured
    slow = found.length === 1 ? measured : 0.75 * slow + 0.25 * measured
    const bears = Math.min(quick, slow) * 0.8
    const best = Math.max(
      0,
      RUNGS.findLastIndex(({ mbits }) => mbits <= bears),
    )
    rung = Math.min(best, rung + 1)
    now = Math.max(now, now + bufferAt(now, found) - MOST_BUFFER)
  }
  return found
}

/** Seconds that are there and were not shown yet; the film begins with the first segment. */
function bufferAt(second: number, there: readonly Segment[]): number {
  const first = there[0]?.at ?? 0
  return there.filter(({ at }) => at <= second).length * SEGMENT - Math.max(0, second - first)
}

function drawNetwork(canvas: CanvasRenderingContext2D, second: number): void {
  const yAt = (mbits: number) => 320 - Math.sqrt(mbits / 7) * 180
  write(canvas, 'Network', [64, 140], { size: 22, colour: colours.quiet })
  for (const { name, mbits, colour } of RUNGS) {
    line(
      canvas,
      [
        [LEFT, yAt(mbits)],
        [RIGHT, yAt(mbits)],
      ],
      { dash: [4, 8], colour, width: 1 },
    )
    write(canvas, name, [LEFT - 10, yAt(mbits) + 6], { size: 16, align: 'right', colour })
  }
  const points: [number, number][] = []
  for (let at = 0; at <= second; at += 0.05) points.push([xAt(at), yAt(networkAt(at))])
  line(canvas, points, { colour: colours.ink, width: 4 })
}

function drawSegments(canvas: CanvasRenderingContext2D, second: number): void {
  const floor = 540
  write(canvas, 'Film', [64, 372], { size: 22, colour: colours.quiet })
  const begins = segments[0]?.at ?? 0
  segments.forEach(({ rung, at }, place) => {
    if (at > second) return
    const { colour = colours.ink, name = '' } = RUNGS[rung] ?? {}
    const x = xAt(begins + place * SEGMENT)
    const width = xAt(SEGMENT) - xAt(0) - 3
    const height = 36 + rung * 26
    if (x + width > RIGHT) return
    canvas.fillStyle = colour
    canvas.fillRect(x, floor - height, width, height)
    write(canvas, name.replace('p', ''), [x + width / 2, floor - height + 24], {
      ...{ size: 16, align: 'center', colour: colours.ground, weight: 700 },
    })
  })
  const x = xAt(second)
  line(
    canvas,
    [
      [x, 130],
      [x, floor + 10],
    ],
    { colour: colours.bad, width: 3 },
  )
}

function drawBuffer(canvas: CanvasRenderingContext2D, second: number): void {
  const seconds = Math.max(0, bufferAt(second, segments))
  const width = (RIGHT - LEFT) * Math.min(1, seconds / 14)
  write(canvas, 'Buffer', [64, 612], { size: 22, colour: colours.quiet })
  canvas.fillStyle = colours.faint
  canvas.fillRect(LEFT, 590, RIGHT - LEFT, 32)
  canvas.fillStyle = seconds < 4 ? colours.bad : colours.good
  canvas.fillRect(LEFT, 590, width, 32)
  write(canvas, `${seconds.toFixed(1)} s ready`, [LEFT, 660], { size: 24 })
}
