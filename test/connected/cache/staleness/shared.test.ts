import fc from 'fast-check'
import { afterAll, afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest'
import type { Level } from '#adapters/cache/levels/watch'
import { queries } from '#adapters/cache/queries'
import { startTable } from '#test/support/dynamo'
import { freePort } from '#test/support/free-port'
import { type Node, startNode } from '../redis-server.ts'
import {
  type Course,
  type Environment,
  makeCourse,
  open,
  type Read,
  reads,
  type Written,
  writes,
} from './shared-site.ts'

let engine: Awaited<ReturnType<typeof startTable>>
let valkey: Node
let nowhere: number
beforeAll(async () => {
  engine = await startTable()
  valkey = await startNode()
  nowhere = await freePort()
})
afterAll(async () => {
  valkey.stop()
  await engine.close()
})
// Values carry their own times: Valkey's clock, by which it drops them, may stand.
beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'] }))
afterEach(() => void vi.useRealTimers())
const pass = (seconds: number) => vi.setSystemTime(Date.now() + seconds * 1_000)

/** A read that begins now sees this number at least: it may be as old as `docs/architecture.md` says. */
const leastOf = (written: readonly Written[], { query }: Read, reader: Environment): number =>
  written.findLastIndex(
    ({ at, by, isTold }) =>
      by === reader || at + (isTold ? query.memory : query.valkey) * 1_000 <= Date.now(),
  ) + 1

/** And no longer than this that there is none. */
const isFoundBy = (written: readonly Written[], { query }: Read): boolean =>
  written.some(({ at }) => at + query.negative * 1_000 <= Date.now())

async function readOne(name: string, reader: Environment, course: Course): Promise<void> {
  const one = reads[name]
  if (!one) throw new Error(`Nothing is read by ${name}.`)
  const kinds = { version: course.versions, count: course.counts, length: course.lengths }
  const least = Object.entries(kinds).map(([kind, written]) => ({
    kind,
    number: leastOf(written, one, reader),
    isFound: isFoundBy(written, one),
  }))
  const seen = new Map(Object.entries(await one.see(reader, course)))
  for (const { kind, number, isFound } of least) {
    const value = seen.get(kind)
    if (value === null) expect(isFound, `no ${kind} by ${name}`).toBe(false)
    else if (value !== undefined) expect(value, `${kind} by ${name}`).toBeGreaterThanOrEqual(number)
  }
}

const call = fc.record({
  what: fc.constantFrom('publish', 'count', 'replace', 'read', 'read', 'read', 'read', 'read'),
  /** Of the life's ways of reading. */
  way: fc.nat(2),
  course: fc.constantFrom(0, 1),
  /** The third reaches no Valkey. */
  environment: fc.constantFrom(0, 0, 1, 1, 2),
})
type Call = typeof call extends fc.Arbitrary<infer C> ? C : never
/** Threads of calls at once, and after them nothing for some seconds. */
const moment = fc.record({
  threads: fc.array(fc.array(call, { minLength: 1, maxLength: 4 }), {
    minLength: 2,
    maxLength: 5,
  }),
  seconds: fc.constantFrom(0, 0, 1, 1, 4, 5, 10, 15, 25, 30, 50, 60),
})
/** Few ways of reading, so that much is remembered of each. */
const life = fc.record({
  ways: fc.shuffledSubarray(Object.keys(reads), { minLength: 1, maxLength: 3 }),
  moments: fc.array(moment, { minLength: 6, maxLength: 12 }),
})

it('nobody reads a published course, its numbers or its video staler than stated, or another’s', async () => {
  let run = 0
  const levels: Level[] = []
  await fc.assert(
    fc.asyncProperty(life, async ({ ways, moments }) => {
      run += 1
      pass(queries.syllabus.valkey)
      const environments = [
        open(valkey.port, engine.name),
        open(valkey.port, engine.name),
        open(nowhere, engine.name),
      ] as const
      const courses = [
        await makeCourse(environments[0], `one-${run}`, 0),
        await makeCourse(environments[0], `two-${run}`, 1_000),
      ] as const
      const follow = async (thread: readonly Call[]) => {
        for (const { what, way, ...at } of thread) {
          const [environment, course] = [environments[at.environment], courses[at.course]]
          if (isWrite(what)) await writes[what](environment, course)
          else await readOne(ways[way % ways.length] ?? '', environment, course)
        }
      }
      for (const { threads, seconds } of moments) {
        await Promise.all(threads.map(follow))
        pass(seconds)
      }
      for (const one of environments) {
        levels.push(...one.levels)
        one.valkey?.close()
        expect(one.events).toEqual([])
      }
    }),
    { numRuns: 20, interruptAfterTimeLimit: 20_000 },
  )
  // Both levels answered, or else nothing was tried.
  for (const level of ['memory', 'valkey'])
    expect(levels.filter((one) => one === level).length, level).toBeGreaterThan(50)
}, 60_000)

const isWrite = (what: string): what is keyof typeof writes => what in writes
