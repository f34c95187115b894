import { describe, expect, it } from 'vitest'
import { services } from '#contract/http/route'
import { model } from '#load/model/model'
import { byService, ratesOf } from '#load/model/rates'
import { type Run, simulate } from '#load/simulation/run'
import { examAt, scenarioWith } from '#test/support/simulated'

const factsOf = ({ recorder: { total, functions, gaveUp }, events }: Run) => ({
  events,
  gaveUp,
  asked: functions.map(({ asked }) => asked),
  errors: total.errors,
  coldStarts: total.coldStarts,
  percentiles: [50, 95, 99].map((percent) => total.latency.percentile(percent)),
  sum: total.latency.sum,
})

describe('a run', () => {
  it('is the same for the same seed, and another for another', () => {
    const runOf = (seed: number) =>
      factsOf(simulate(scenarioWith({ seed, bursts: [examAt(900)], users: 300 })))
    const first = runOf(1)
    expect(runOf(1)).toEqual(first)
    expect(runOf(2).asked).not.toEqual(first.asked)
  })

  it('asks as often as the model says, of each function', () => {
    const scenario = scenarioWith({ users: 4_000, seconds: 3_600 })
    const { recorder } = simulate(scenario)
    const rates = byService(ratesOf(model, { users: 4_000, heartbeatSeconds: 30 }))
    for (const [at, service] of services.entries()) {
      const expected = rates[service] * (3_600 - scenario.comingSeconds)
      const seen = (recorder.functions[at]?.asked ?? 0) / expected
      // Of few calls chance leaves a larger share out: three standard deviations of visits that come as a Poisson process,
      // of some four calls each.
      const within = expected < 1_000 ? 3 * Math.sqrt(4 / expected) : 0.03
      expect(seen, service).toBeGreaterThan(1 - within)
      expect(seen, service).toBeLessThan(1 + within)
    }
  })

  it('shows other deployments the same people', () => {
    const askedWith = (min: number) => {
      const kept = { min, max: 20, utilisationPercent: 70 }
      const functions = {
        catalog: kept,
        learning: kept,
        teaching: null,
        community: null,
        administration: null,
      }
      return simulate(scenarioWith({ deployment: { functions } })).recorder.total.asked
    }
    expect(askedWith(20)).toBe(askedWith(1))
  })
})
