import { begin, colours, type Film, line, share, WIDTH, write } from './film.ts'

const BROWSER = 300
const SERVER = 980
const TOP = 200
const PIXELS_A_MS = 0.98

const TRIPS = [
  ['DNS', 'which address?', 'this one'],
  ['TCP', 'do you hear me?', 'I do'],
  ['TLS', 'who are you?', 'here is my key'],
  ['HTTP', 'the page, please', 'the first byte'],
] as const

/** Four round trips before the first byte: over a hundred milliseconds each, then over twenty. */
export const film: Film = {
  seconds: 34,
  lines: [
    {
      at: 0.6,
      words: 'Somebody clicks a link. A round trip to the server takes a hundred milliseconds.',
    },
    { at: 6.4, words: 'First the browser asks for the address. Then it greets the server.' },
    { at: 11.4, words: 'Both agree on a key. Only now can it ask for the page.' },
    { at: 16.2, words: 'Four round trips have passed before the first byte is here.' },
    { at: 21, words: 'Now the other end of the connection is in the same city.' },
    {
      at: 25.4,
      words: 'The same four trips take a fifth of the time. It was distance that had cost so much.',
    },
  ],
  draw: (canvas, second) => {
    begin(canvas, 'What a page waits for')
    const isNear = second >= 21
    const tripMs = isNear ? 20 : 100
    const [from, to] = isNear ? [22, 24] : [6, 18.5]
    const ms = share(second, from, to) * tripMs * TRIPS.length
    write(canvas, `Round trip: ${tripMs} ms`, [64, 132], { colour: colours.quiet })
    write(canvas, `${Math.round(ms)} ms`, [WIDTH - 64, 96], {
      ...{ size: 52, weight: 700, align: 'right' },
      colour: ms >= tripMs * TRIPS.length ? colours.accent : colours.ink,
    })
    for (const [x, name] of [
      [BROWSER, 'Browser'],
      [SERVER, isNear ? 'Server nearby' : 'Server far away'],
    ] as const) {
      write(canvas, name, [x, TOP - 20], { align: 'center', size: 26 })
      line(
        canvas,
        [
          [x, TOP],
          [x, 640],
        ],
        { colour: colours.quiet },
      )
    }
    for (const [at, trip] of TRIPS.entries())
      drawTrip(canvas, trip, { startMs: at * tripMs, tripMs, ms })
    if (isNear && ms >= tripMs * TRIPS.length) {
      const y = TOP + 400 * PIXELS_A_MS
      line(
        canvas,
        [
          [BROWSER - 40, y],
          [SERVER + 40, y],
        ],
        { dash: [8, 8], colour: colours.faint },
      )
      write(canvas, 'when it was far away: 400 ms', [(BROWSER + SERVER) / 2, y - 14], {
        ...{ align: 'center', size: 24, colour: colours.quiet },
      })
    }
  },
}

interface When {
  readonly startMs: number
  readonly tripMs: number
  readonly ms: number
}

function drawTrip(
  canvas: CanvasRenderingContext2D,
  [name, question, answer]: (typeof TRIPS)[number],
  { startMs, tripMs, ms }: When,
): void {
  const half = tripMs / 2
  const there = share(ms, startMs, startMs + half)
  const back = share(ms, startMs + half, startMs + tripMs)
  const yAt = (atMs: number) => TOP + atMs * PIXELS_A_MS
  if (there === 0) return
  const width = 4
  const xThere = BROWSER + (SERVER - BROWSER) * there
  line(
    canvas,
    [
      [BROWSER, yAt(startMs)],
      [xThere, yAt(startMs + half * there)],
    ],
    {
      ...{ width, colour: colours.accent },
    },
  )
  if (back > 0)
    line(
      canvas,
      [
        [SERVER, yAt(startMs + half)],
        [SERVER - (SERVER - BROWSER) * back, yAt(startMs + half + half * back)],
      ],
      { width, colour: colours.good },
    )
  if (tripMs < 50) return
  const size = 22
  write(canvas, name, [BROWSER - 28, yAt(startMs + half) + 8], { align: 'right', weight: 700 })
  write(canvas, question, [BROWSER + 24, yAt(startMs) + 42], { size, colour: colours.quiet })
  if (back > 0)
    write(canvas, answer, [SERVER - 24, yAt(startMs + half) + 42], {
      ...{ size, align: 'right', colour: colours.quiet },
    })
}
