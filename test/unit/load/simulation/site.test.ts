import { describe, expect, it } from 'vitest'
import { aws } from '#load/plan/figures/service-times'
import { Valkey } from '#load/simulation/aws/valkey'
import { simulate } from '#load/simulation/run'
import type { Deployment } from '#load/simulation/scenario'
import { ourDeployment, scenarioWith } from '#test/support/simulated'

const runWith = (deployment: Partial<Deployment>) =>
  simulate(scenarioWith({ users: 500, seconds: 1_200, deployment })).recorder

describe('a site', () => {
  const { gateway } = ourDeployment

  it('answers by the gateway what its cache keeps, and nothing where it has none', () => {
    expect(runWith({}).total.fromGateway).toBeGreaterThan(200)
    expect(runWith({ gateway: { ...gateway, hasCache: false } }).total.fromGateway).toBe(0)
  })

  it('lets no more through than the stage’s rate, and turns the rest away', () => {
    const { total } = runWith({ gateway: { ...gateway, requestsPerSecond: 10, burst: 10 } })
    expect(total.throttled).toBeGreaterThan(1_000)
    // For the 900 seconds that count, and a bucket that may be full.
    expect(total.asked - total.throttled).toBeLessThanOrEqual(10 * 900 + 10)
  })

  it('lets those wait for its start who meet no environment that is warm', () => {
    const { stretches } = runWith({
      functions: {
        catalog: null,
        learning: null,
        teaching: null,
        community: null,
        administration: null,
      },
    })
    const [first] = stretches
    expect(first?.coldStarts).toBeGreaterThan(0)
    // A scatter of three tenths: of the starts some take less than the mean, and none takes a third.
    expect(first?.latency.shareAbove(aws.coldStartMs / 3)).toBeGreaterThan(0)
    // One call in some ten thousand may meet a burst above what is warm.
    expect(runWith({}).functions[1]?.latency.shareAbove(aws.coldStartMs)).toBeLessThan(1 / 10_000)
  })
})

describe('Valkey', () => {
  it('answers commands one after the other, so whoever comes together waits', () => {
    const valkey = new Valkey(1_000)
    expect(valkey.ask(0, 2)).toBeCloseTo(0.002)
    expect(valkey.ask(0, 1)).toBeCloseTo(0.003)
    expect(valkey.ask(1, 1)).toBeCloseTo(0.001)
  })

  it('is waited for once by each environment while it is away', () => {
    const valkey = new Valkey(1_000)
    valkey.goAway(10, 60)
    expect([valkey.isAway(9), valkey.isAway(69), valkey.isAway(70)]).toEqual([true, true, false])
    expect([valkey.miss(0, 1), valkey.miss(0, 1), valkey.miss(0, 2)]).toEqual([0.1, 0, 0.1])
  })
})
