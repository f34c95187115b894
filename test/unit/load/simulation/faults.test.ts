import { describe, expect, it } from 'vitest'
import { Account } from '#load/simulation/aws/account'
import { LambdaFunction } from '#load/simulation/aws/lambda-function'
import { hashOf } from '#load/simulation/aws/partitions'
import { Table } from '#load/simulation/aws/table'
import { Rng } from '#load/simulation/engine/rng'
import { simulate } from '#load/simulation/run'
import type { Fault } from '#load/simulation/scenario'
import { pauseOfBeat, pauseOfCall } from '#load/simulation/traffic/retries'
import { scenarioWith } from '#test/support/simulated'

const functionWith = (provisioned: number, quota = 1_000) =>
  new LambdaFunction({ account: new Account(quota), provisioned, idleSeconds: 600 })

describe('a function', () => {
  it('spills over at ten calls a second for each of its environments, however short', () => {
    const lambda = functionWith(10)
    let spilled = 0
    for (let call = 0; call < 150; call++) {
      const environment = lambda.take(0)
      if (lambda.isSpillOver) spilled++
      lambda.giveBack(0, environment)
    }
    expect(spilled).toBe(50)
  })

  it('starts a thousand environments at once, and a hundred a second after that', () => {
    const lambda = functionWith(0, 5_000)
    const startedAt = (now: number) => {
      let started = 0
      for (let call = 0; call < 2_000; call++) if (lambda.take(now) >= 0) started++
      return started
    }
    expect(startedAt(0)).toBe(1_000)
    expect(startedAt(2)).toBe(200)
  })

  it('refuses what the account’s concurrency does not hold, provisioned ones counted', () => {
    const lambda = functionWith(60, 100)
    const taken = Array.from({ length: 150 }, () => lambda.take(0)).filter((it) => it >= 0)
    expect(taken).toHaveLength(100)
    lambda.provision(0, 10)
    lambda.provision(0, 60)
    expect(lambda.provisioned).toBe(60)
  })

  it('gives an environment that nobody called back after ten minutes', () => {
    const lambda = functionWith(0)
    lambda.giveBack(1, lambda.take(0))
    lambda.take(300)
    expect(lambda.startsCold).toBe(false)
    lambda.giveBack(301, 0)
    lambda.take(902)
    expect(lambda.startsCold).toBe(true)
  })
})

describe('the table', () => {
  const refusedAfter = (table: Table, minutes: number) => {
    let failed = 0
    for (let minute = 0; minute < minutes; minute++) {
      failed = 0
      for (let at = 0; at < 90_000; at++)
        if (table.write(minute * 60 + at / 1_500, at, 1) < 0) failed++
      table.split((minute + 1) * 60)
    }
    return failed
  }

  it('splits a partition that refuses for minutes, and takes what it refused', () => {
    const table = new Table(1)
    expect(refusedAfter(table, 1)).toBeGreaterThan(10_000)
    expect(refusedAfter(table, 8)).toBe(0)
    expect(table.partitions).toBe(2)
  })

  it('takes a thousand writes a second to one key, however often it splits', () => {
    const table = new Table()
    let taken = 0
    for (let second = 0; second < 1_800; second++) {
      for (let at = 0; at < 20; at++) if (table.write(second, 5, 100) >= 0) taken++
      if (second % 60 === 59) table.split(second)
    }
    expect(taken / 18).toBeLessThanOrEqual(1_001)
    expect(table.partitions).toBeGreaterThan(4)
  })

  it('refuses writes that an index has no room for, though the table has', () => {
    const table = new Table()
    const enrol = (at: number) =>
      table.write(at / 3_000, hashOf(at), 1, { index: 'byCourse', key: 7, units: 1 })
    const taken = Array.from({ length: 9_000 }, (_, at) => enrol(at)).filter((it) => it >= 0)
    // Three seconds and a bucket that is full at first, to one key.
    expect(taken.length).toBeGreaterThan(3_500)
    expect(taken.length).toBeLessThan(4_500)
    expect(table.refusedByIndex).toBe(table.refused)
  })

  it('writes to as many keys of an index as the table takes', () => {
    const table = new Table()
    for (let at = 0; at < 9_000; at++)
      table.write(at / 3_000, hashOf(at), 1, { index: 'byPerson', key: hashOf(at), units: 1 })
    expect(table.refused).toBe(0)
  })
})

it('tries again as the client does: a call twice, a heartbeat until it is heard', () => {
  const rng = new Rng(1)
  expect(pauseOfCall(1, rng)).toBeLessThan(2)
  expect(pauseOfCall(2, rng)).toBeLessThan(4)
  expect(pauseOfCall(3, rng)).toBe(-1)
  expect(pauseOfBeat(1, rng)).toBeGreaterThanOrEqual(1)
  expect(pauseOfBeat(19, rng)).toBeGreaterThanOrEqual(150)
  expect(pauseOfBeat(19, rng)).toBeLessThanOrEqual(300)
})

describe('what goes wrong at minute 20', () => {
  const kept = { min: 40, max: 60, utilisationPercent: 70 }
  const runWith = (kind?: Fault['kind'], seed = 1) =>
    simulate(
      scenarioWith({
        seed,
        users: 2_000,
        faults: kind ? [{ kind, atSeconds: 1_201 }] : [],
        deployment: {
          functions: {
            catalog: kept,
            learning: kept,
            teaching: kept,
            community: kept,
            administration: kept,
          },
        },
      }),
    ).recorder
  const calm = runWith()

  it('is felt: a release that is not warm starts cold, one that is does not', () => {
    expect(calm.total.coldStarts).toBe(0)
    expect(runWith('release').total.coldStarts).toBe(0)
    expect(runWith('cold-release').total.coldStarts).toBeGreaterThan(3)
  })

  it('costs a zone’s calls, once, and its environments come back', () => {
    const { stretches, gaveUp, total } = runWith('zone')
    // Of a few that are under way at one moment: in a single run it may be none.
    const failed = [2, 3, 4].reduce(
      (sum, seed) => sum + runWith('zone', seed).total.failed,
      total.failed,
    )
    expect(failed).toBeGreaterThan(0)
    expect(failed).toBeLessThan(100)
    expect(gaveUp).toBe(0)
    const provisioned = stretches.map((stretch) => stretch.provisioned[1])
    expect(Math.min(...provisioned.slice(119, 125).map(Number))).toBeLessThanOrEqual(21)
    expect(provisioned[150]).toBe(40)
  })

  it('makes answers slower without Valkey, and fails none', () => {
    const { total } = runWith('valkey')
    expect(total.errors).toBe(0)
    const waited = (it: typeof calm) => it.functions[1]?.latency.shareAbove(125) ?? 0
    expect(waited(runWith('valkey'))).toBeGreaterThan(waited(calm))
  })
})
