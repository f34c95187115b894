import { median } from '#scripts/bench/median'
import type { CountedRequest } from '#test/support/counted-engine'
import type { Asked, CallName, callsOn } from './calls.ts'

interface Point {
  /** Of what grows. */
  readonly size: number
  /** The median. */
  readonly milliseconds: number
  readonly readUnits: number
  readonly requests: number
}

export interface Series {
  readonly name: string
  readonly points: readonly Point[]
}

export interface Grown {
  readonly what: string
  readonly series: readonly Series[]
}

type Calls = ReturnType<typeof callsOn>

/** The same calls over the engine itself, for their time, and through the one that counts. */
export interface Measured {
  readonly direct: Calls
  readonly counted: Calls
  readonly take: () => CountedRequest[]
}

/** Calls until what is remembered of a site of this size is warm. */
const WARM_UP = 10
/** The same until code and connections are, before the first that is measured. */
const FIRST_WARM_UP = 100
const READS = new Set(['GetItem', 'BatchGetItem', 'Query'])

/** Has each of the calls made until its code is compiled: the smallest site is measured first, and would pay for all. */
export async function warmUp({ direct }: Measured, calls: readonly CallName[], asked: Asked) {
  for (let time = 0; time < FIRST_WARM_UP; time += 1)
    for (const call of calls) await direct[call](asked)
}

/** What a call costs at one size, once what it remembers is remembered. */
export async function pointOf(
  { direct, counted, take }: Measured,
  { call, asked, size, times }: { call: CallName; asked: Asked; size: number; times: number },
): Promise<Point> {
  await counted[call](asked)
  take()
  await counted[call](asked)
  const requests = take()
  const spent: number[] = []
  for (let time = 0; time < WARM_UP; time += 1) await direct[call](asked)
  for (let time = 0; time < times; time += 1) {
    const start = performance.now()
    await direct[call](asked)
    spent.push(performance.now() - start)
  }
  const reads = requests.filter(({ operation }) => READS.has(operation))
  return {
    size,
    milliseconds: median(spent),
    readUnits: reads.reduce((sum, { units }) => sum + units, 0),
    requests: requests.length,
  }
}
