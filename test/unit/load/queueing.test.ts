import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { environmentsFor } from '#load/plan/queueing/environments'
import { erlangB, erlangC, serversFor, waitsLonger } from '#load/plan/queueing/erlang'

describe('Erlang’s formulas', () => {
  // https://en.wikipedia.org/wiki/Erlang_B; the tables of traffic engineering: 4.461 E block 1 % of 10 lines.
  it.each([
    [10, 4.461, 0.01],
    [20, 12.03, 0.01],
    [100, 84.06, 0.01],
    [1, 1, 0.5],
  ])('turn away of %i lines at %f erlangs the share of the tables', (lines, erlangs, share) => {
    expect(erlangB(lines, erlangs)).toBeCloseTo(share, 3)
  })

  it('have everybody wait at one server as often as it is busy', () => {
    expect(erlangC(1, 0.7)).toBeCloseTo(0.7)
  })

  it('agree with two servers worked out by hand: C(2, 1) = 1/3', () => {
    expect(erlangC(2, 1)).toBeCloseTo(1 / 3)
  })

  it('have nobody wait long who may leave first: M/M/1 at 0.5 waits over a service time 0.5 e^-0.5', () => {
    const queue = { arrivalsPerSecond: 5, serviceSeconds: 0.1 }
    expect(waitsLonger(1, queue, 0.1)).toBeCloseTo(0.5 * Math.exp(-0.5))
  })

  it('find the fewest servers that keep a percentile', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.1, max: 500, noNaN: true }),
        fc.double({ min: 0.005, max: 0.5, noNaN: true }),
        (arrivalsPerSecond, serviceSeconds) => {
          const queue = { arrivalsPerSecond, serviceSeconds }
          const goal = { percentile: 95, waitSeconds: 0.05 }
          const servers = serversFor(queue, goal)
          expect(waitsLonger(servers, queue, goal.waitSeconds)).toBeLessThanOrEqual(0.05)
          const fewer = servers - 1
          expect(fewer === 0 || waitsLonger(fewer, queue, goal.waitSeconds) > 0.05).toBe(true)
        },
      ),
      { numRuns: 50 },
    )
  })
})

describe('environments', () => {
  it('are bounded by ten calls a second where calls are short: 1,000 of 20 ms take 100, kept at 70 %', () => {
    const need = environmentsFor({ callsPerSecond: 1_000, serviceMs: 20, utilisationPercent: 70 })
    expect(need).toMatchObject({
      concurrency: 20,
      byConcurrency: 20,
      byCalls: 100,
      because: 'calls',
    })
    expect(need.environments).toBe(Math.ceil(100 / 0.7))
  })

  it('are bounded by concurrency where calls are long', () => {
    const need = environmentsFor({ callsPerSecond: 100, serviceMs: 500, utilisationPercent: 70 })
    expect(need).toMatchObject({ concurrency: 50, byCalls: 10, because: 'concurrency' })
    expect(need.environments).toBe(Math.ceil(50 / 0.7))
  })

  it('are bounded by waiting where there are few', () => {
    const need = environmentsFor({ callsPerSecond: 2, serviceMs: 90, utilisationPercent: 70 })
    expect(need.because).toBe('waiting')
    expect(need.environments).toBeGreaterThan(1)
  })

  it('are none for nobody', () => {
    expect(
      environmentsFor({ callsPerSecond: 0, serviceMs: 20, utilisationPercent: 70 }).environments,
    ).toBe(0)
  })
})
