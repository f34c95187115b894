import { describe, expect, it } from 'vitest'
import { figuresOf } from '#load/calibration/figures'
import { limitedBy } from '#load/calibration/limited-by'
import { Machine } from '#load/calibration/machine'
import { COMING, play } from '#load/calibration/play'
import { limitOf } from '#load/calibration/seen'
import { byStage, type MachineFigures } from '#load/calibration/stages'
import { Work } from '#load/calibration/work'
import { scriptOf } from '#load/scenarios/script'

const none = byStage(() => 0)
const figures = (secondsPer: Partial<MachineFigures['secondsPer']>, cores = 2): MachineFigures => ({
  cores,
  secondsPer: { ...none, ...secondsPer },
})

describe('a machine', () => {
  it('answers two at a time with two cores, and then lets wait', () => {
    const machine = new Machine(figures({ environments: 0.1 }))
    const call = { ...none, environments: 1 }
    const answers = [0, 0, 0, 0, 0].map((now) => machine.answer(now, call))
    for (const [at, seconds] of [0.1, 0.1, 0.2, 0.2, 0.3].entries())
      expect(answers[at]).toBeCloseTo(seconds)
  })

  it('answers one at a time where one thread has most of the work', () => {
    const machine = new Machine(figures({ edge: 0.1 }))
    const file = { ...none, edge: 1 }
    expect(machine.answer(0, file)).toBeCloseTo(0.1)
    expect(machine.answer(0, file)).toBeCloseTo(0.2)
  })

  it('does behind an answer what nobody waits for, and has that time no more', () => {
    const machine = new Machine(figures({ edge: 0.01, events: 1 }, 1))
    expect(machine.answer(0, { ...none, edge: 1, events: 1 })).toBeCloseTo(0.01)
    expect(machine.answer(0, { ...none, edge: 1 })).toBeCloseTo(1.02)
  })
})

describe('work', () => {
  it('comes no further than the gateway while it keeps the answer', () => {
    const work = new Work(2)
    expect(work.of('listCourses', 0, 0).table).toBeGreaterThan(0)
    expect(work.of('listCourses', 1, 10)).toMatchObject({ gateway: 1, environments: 0, table: 0 })
    expect(work.of('listCourses', 1, 10_000).table).toBeGreaterThan(0)
  })

  it('asks the table again for what a person’s own write has made another', () => {
    const work = new Work(2)
    const opened = (person: number) => work.of('openCourse', person, 0).table
    expect(opened(0)).toBe(3)
    expect([opened(0), opened(1)]).toEqual([0, 3])
    work.of('recordProgress', 0, 0)
    expect([opened(0), opened(1)]).toEqual([3, 0])
  })

  it('is the edge’s alone where a file is fetched', () => {
    expect(new Work(1).of('segment', 0, 0)).toMatchObject({ edge: 1, gateway: 0 })
  })
})

describe('a limit', () => {
  const seen = (users: number, p95: number, failedShare = 0) => ({
    ...{ users, p95, failedShare },
    requestsPerSecond: 2 * users,
  })

  it('lies between the stretches where the promise breaks', () => {
    expect(limitOf([seen(100, 50), seen(200, 5_000), seen(300, 9_000)])).toEqual({
      users: 150,
      requestsPerSecond: 300,
    })
  })

  it('is no moment that passes', () => {
    expect(limitOf([seen(100, 50), seen(200, 900), seen(300, 60)])).toBeUndefined()
  })

  it('is where requests fail, too', () => {
    expect(limitOf([seen(100, 50), seen(200, 60, 0.01), seen(300, 60, 0.01)])?.users).toBe(200)
  })
})

describe('what limits a load', () => {
  const worked = (users: number, processor: Partial<typeof none>, othersShare = 0) => ({
    ...{ users, requestsPerSecond: 2 * users, p95: 10, failedShare: 0, othersShare },
    processor: { ...none, ...processor },
  })
  const machine = { cores: 2, periodSeconds: 10 }

  it('is a thread that has no time left, though the cores have', () => {
    const periods = [worked(100, { generator: 5 }), worked(200, { generator: 9.9, edge: 3 })]
    expect(limitedBy(periods, machine)).toEqual({ what: 'generator', share: 0.99 })
  })

  it('is the cores, with what others take of them, where no thread is full', () => {
    const periods = [worked(100, { environments: 12, generator: 4 }, 0.1)]
    expect(limitedBy(periods, machine)).toEqual({ what: 'cores', share: 0.9 })
    // Environments are threads of their own, as many as there are.
    expect(limitedBy([worked(100, { environments: 19 })], machine)?.what).toBe('cores')
  })

  it('is looked for up to where the promise breaks', () => {
    const periods = [
      worked(100, { environments: 18 }),
      worked(200, { environments: 19 }),
      worked(300, { generator: 10 }),
    ]
    const limit = { users: 150, requestsPerSecond: 300 }
    expect(limitedBy(periods, { ...machine, limit })).toEqual({ what: 'cores', share: 0.95 })
    expect(limitedBy([], machine)).toBeUndefined()
  })
})

describe('figures', () => {
  const { scenarios } = scriptOf({
    ...{ target: 'http://127.0.0.1:1', users: 200, minutes: 1, heartbeatSeconds: 30, seed: 1 },
    ...{ only: ['reading'], hurry: 10, withinSeconds: 60 },
  })
  const load = { scenarios, users: 10_000, seconds: 60, seed: 1, periodSeconds: 10 }
  const truth = figures({
    generator: 0.001,
    coming: 0.0002,
    edge: 0.0005,
    gateway: 0.0006,
    environments: 0.001,
  })

  it('of a load are the machine’s that bore it', () => {
    const { asked } = play({ ...load, users: 500 }, truth)
    // Twice with another number of people to as many requests, as in a load that grows.
    const periods = [1, 2].map((people) => {
      const counts = Object.fromEntries(
        [...asked].map(([name, { count }]) => [name, name === COMING ? people * count : count]),
      )
      const used = byStage((stage) =>
        [...asked].reduce(
          (sum, [name, { amounts }]) =>
            sum + (amounts[stage] ?? 0) * truth.secondsPer[stage] * (name === COMING ? people : 1),
          0,
        ),
      )
      return { counts, processor: { ...used, generator: used.generator + used.coming, coming: 0 } }
    })
    const found = figuresOf({ cores: 2, periods, asked })
    for (const stage of ['generator', 'coming', 'edge', 'gateway', 'environments'] as const)
      expect(found.secondsPer[stage], stage).toBeCloseTo(truth.secondsPer[stage], 8)
  })

  it('make a machine of twice the speed bear twice as many', () => {
    const limitWith = (times: number) =>
      limitOf(
        play(load, {
          ...truth,
          // Who comes is the load's own, and not in proportion.
          secondsPer: { ...byStage((stage) => truth.secondsPer[stage] / times), coming: 0 },
        }).seen,
      )?.requestsPerSecond ?? 0
    expect(limitWith(1)).toBeGreaterThan(100)
    const ratio = limitWith(2) / limitWith(1)
    expect(ratio).toBeGreaterThan(1.6)
    expect(ratio).toBeLessThan(2.4)
  })
})
