import { describe, expect, it } from 'vitest'
import { model } from '#load/model/model'
import { byRoute } from '#load/model/rates'
import { serviceMs, workOf } from '#load/plan/figures/service-times'
import { demandOf } from '#load/plan/parts/demand'
import { planFirewall } from '#load/plan/parts/firewall'
import { hitRatio, planGateway } from '#load/plan/parts/gateway'
import { quotaUses } from '#load/plan/parts/raised-quotas'
import { planTable } from '#load/plan/parts/table'
import { planValkey } from '#load/plan/parts/valkey'

const none = byRoute(() => 0)
const only = (rates: Partial<typeof none>) => ({ ...none, ...rates })

describe('demand', () => {
  it('is a service’s calls past the gateway’s cache, and how long they run on average', () => {
    const rates = only({ listCourses: 100, getMe: 5 })
    const demand = demandOf(rates, 'catalog', { hits: { listCourses: 0.9 }, hasValkey: true })
    expect(demand.callsPerSecond).toBeCloseTo(10)
    expect(demand.serviceMs).toBeCloseTo(serviceMs(workOf('listCourses'), true))
  })

  it('asks Valkey nothing where there is none', () => {
    // 3.12 ms of a processor of which 1,024 of 1,769 MB are ours, and two and a half requests of 5 ms.
    expect(serviceMs(workOf('recordProgress'), false)).toBeCloseTo((3.12 * 1_769) / 1_024 + 12.5)
    expect(serviceMs(workOf('recordProgress'), true)).toBeCloseTo((3.12 * 1_769) / 1_024 + 15)
  })
})

describe('the gateway', () => {
  const props = { catalogue: model.catalogue, region: 'us-east-1', hasCache: true }

  it('answers of a name that is asked for nine times in its life all but one', () => {
    expect(hitRatio(9)).toBeCloseTo(0.9)
  })

  it('lets in what is planned with half as much again, and a start’s first seconds', () => {
    const busiest = only({ openCourse: 1_000 })
    const burst = only({ openCourse: 300 })
    const plan = planGateway({ busiest, usual: none, burst }, props)
    expect(plan.arrivals).toBe(1_300)
    // Half of 18,000 calls come in six seconds, in which 6,000 others do.
    expect(plan.first).toEqual({ calls: 15_000, seconds: 6 })
    expect(plan.requestsPerSecond).toBe(2_000)
    expect(plan.burst).toBe(3_000)
  })

  it('has no larger bucket than AWS gives, and a higher rate instead', () => {
    const burst = only({ openCourse: 1_000 })
    const plan = planGateway({ busiest: none, usual: none, burst }, props)
    expect(plan.requestsPerSecond).toBe(4_200)
    expect(plan.burst).toBe(4_800)
    const quarter = planGateway(
      { busiest: none, usual: none, burst },
      { ...props, region: 'eu-south-1' },
    )
    expect(quarter.burst).toBeLessThanOrEqual(1_250)
    expect(quarter.first.calls - 6 * quarter.requestsPerSecond).toBeLessThanOrEqual(quarter.burst)
  })

  it('has a cache twice as large as what it holds', () => {
    const sizeFor = (courseKb: number) =>
      planGateway(
        { busiest: none, usual: none, burst: none },
        { ...props, catalogue: { ...model.catalogue, courses: 10_000, courseKb } },
      ).cacheSizeGb
    expect([sizeFor(20), sizeFor(30), sizeFor(100)]).toEqual(['0.5', '1.6', '6.1'])
  })
})

describe('Valkey', () => {
  const props = { users: 10_000, courses: 500, environments: 200, hasValkey: true }

  it('is as large as who is there and what they ask', () => {
    const plan = planValkey(only({ openCourse: 1_000 }), props)
    expect(plan).toMatchObject({ commandsPerSecond: 3_000, storedMb: 220, connections: 400 })
    expect(plan.settings).toMatchObject({ form: 'nodes', nodeType: 'cache.t4g.small' })
    const many = planValkey(only({ openCourse: 10_000 }), props)
    expect(many.settings).toMatchObject({ nodeType: 'cache.m7g.large' })
  })

  it('is none where it is done without', () => {
    expect(planValkey(none, { ...props, hasValkey: false }).settings).toEqual({ form: 'none' })
  })
})

describe('the table', () => {
  const caches = { hits: {}, hasValkey: false }

  it('is warmed above what it begins with', () => {
    expect(planTable(only({ recordProgress: 2_000 }), caches).warm).toBeNull()
    expect(planTable(only({ recordProgress: 3_000 }), caches)).toMatchObject({
      readsPerSecond: 6_000,
      writesPerSecond: 6_000,
      warm: { reads: 12_000, writes: 6_000 },
    })
  })
})

describe('the firewall', () => {
  it('has room for a school behind one address, and for a fifth of many users', () => {
    expect(planFirewall(100).signedInPerAddress).toBe(300_000)
    expect(planFirewall(100_000)).toEqual({
      requestsPerAddress: 200_000,
      signedInPerAddress: 3_000_000,
      peopleAtAnAddress: 20_000,
    })
  })
})

describe('quotas', () => {
  const small = {
    environments: 10,
    gatewayRate: 10,
    tableReads: 10,
    tableWrites: 10,
    signIns: 10,
    edgeRate: 10,
    edgeGbit: 10,
    events: 10,
    encodes: 10,
  }

  it('are raised where less than a fifth would be to spare', () => {
    expect(quotaUses(small, 'us-east-1').every(({ raiseTo }) => raiseTo === null)).toBe(true)
    const uses = quotaUses({ ...small, environments: 801, signIns: 96 }, 'us-east-1')
    expect(uses.find(({ name }) => name.startsWith('Lambda'))?.raiseTo).toBe(1_100)
    expect(uses.find(({ name }) => name.startsWith('Cognito'))?.raiseTo).toBeNull()
  })
})
