import { begin, colours, type Film, write } from './film.ts'

const SECONDS = 34
/** Seconds of the film. */
const SERVICE = 0.08
/** Their seeds are of courses of chance that come near what holds in the long run. */
const LANES = [
  { busy: 0.5, colour: colours.good, seed: 39 },
  { busy: 0.8, colour: colours.accent, seed: 254 },
  { busy: 0.95, colour: colours.bad, seed: 15 },
] as const
const MOST_SHOWN = 38

interface Visit {
  readonly arrives: number
  readonly leaves: number
}
const lanes = LANES.map((lane) => ({ ...lane, visits: serve(lane.busy, lane.seed) }))

/** Three servers with random arrivals and services, which differ in how busy they are. */
export const film: Film = {
  seconds: SECONDS,
  lines: [
    { at: 0.6, words: 'Three servers, all equally fast. The first is busy half of the time.' },
    { at: 5.8, words: 'Requests come at random. Now and then two come together, and one waits.' },
    { at: 11.2, words: 'At eighty percent, somebody is nearly always waiting.' },
    {
      at: 15.8,
      words: 'At ninety five percent, it takes very long to recover from one bad moment.',
    },
    { at: 21.2, words: 'The third server does less than twice the work of the first.' },
    { at: 26, words: 'Its visitors wait many times as long. Almost busy is too busy.' },
  ],
  draw: (canvas, second) => {
    begin(canvas, 'How waiting grows')
    lanes.forEach(({ busy, colour, visits }, at) => {
      const top = 150 + at * 180
      const inside = visits.filter(({ arrives, leaves }) => arrives <= second && leaves > second)
      const done = visits.filter(({ leaves }) => leaves <= second)
      write(canvas, `${busy * 100} % busy`, [64, top], { size: 30, weight: 700, colour })
      write(canvas, `in the long run ${Math.round(1 / (1 - busy))} × its service`, [64, top + 36], {
        ...{ size: 20, colour: colours.quiet },
      })
      const times = mean(done.map((visit) => (visit.leaves - visit.arrives) / SERVICE))
      write(canvas, done.length > 20 ? `until now ${times.toFixed(1)} ×` : '', [64, top + 66], {
        ...{ size: 20 },
      })
      drawQueue(canvas, inside.length, { top, colour })
    })
  },
}

const mean = (values: readonly number[]) =>
  values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length)

/** Whoever is served stands at the right, the others behind. */
function drawQueue(
  canvas: CanvasRenderingContext2D,
  count: number,
  { top, colour }: { readonly top: number; readonly colour: string },
): void {
  const server = 1160
  canvas.strokeStyle = colours.quiet
  canvas.lineWidth = 3
  canvas.setLineDash([])
  canvas.strokeRect(server - 32, top - 8, 64, 64)
  for (let place = 0; place < Math.min(count, MOST_SHOWN); place += 1) {
    const x = place === 0 ? server : server - 34 - place * 17
    canvas.fillStyle = place === 0 ? colours.ink : colour
    canvas.beginPath()
    canvas.arc(x, top + 24, place === 0 ? 16 : 7, 0, 2 * Math.PI)
    canvas.fill()
  }
  const waiting = Math.max(0, count - 1)
  write(canvas, waiting > 0 ? `${waiting} waiting` : '', [1060, top + 84], {
    ...{ size: 20, align: 'right', colour: colours.quiet },
  })
}

/** Times between arrivals and times of service are exponential. */
function serve(busy: number, seed: number): Visit[] {
  const random = randomFrom(seed)
  // The first numbers of seeds that are near are near themselves.
  for (let drawn = 0; drawn < 5; drawn += 1) random()
  const exponential = (average: number) => -average * Math.log(1 - random())
  const visits: Visit[] = []
  let free = 0
  for (let now = exponential(SERVICE / busy); now < SECONDS; now += exponential(SERVICE / busy)) {
    free = Math.max(free, now) + exponential(SERVICE)
    visits.push({ arrives: now, leaves: free })
  }
  return visits
}

/** The same numbers each time: a linear congruential generator with the constants of Numerical Recipes. */
function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
}
