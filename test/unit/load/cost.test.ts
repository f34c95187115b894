import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { StageSettings, type StageSettingsInput } from '#lib/settings/settings'
import { billOf } from '#load/plan/cost/bill'
import { keptOf } from '#load/plan/cost/lines/functions'
import { ALARMS } from '#load/plan/cost/lines/watching'
import { savingsOf } from '#load/plan/cost/savings'
import { makePlan } from '#load/plan/plan'
import { filledBy } from '#load/plan/with-plan'
import { tiered } from '#load/prices/prices'
import { pricesOf, regions } from '#load/prices/regions'

const prices = pricesOf('us-east-1')
const billFor = (users: number, stage: StageSettingsInput = {}) => {
  const plan = makePlan({ users, heartbeatSeconds: 30, region: 'us-east-1' })
  const settings = StageSettings.parse(filledBy(plan, stage))
  return { plan, stage, settings, bill: billOf(plan, settings, prices) }
}
const lineOf = ({ bill }: ReturnType<typeof billFor>, what: string) =>
  bill.lines.find((line) => line.what === what)

describe('prices', () => {
  it('of CloudFront’s data are by tiers: 50 TB after the free one cost what the page of prices says', () => {
    // 10 TB at $0.085, 39 at $0.08: https://smallestbusiness.com/compare/cloudfront-egress-cost/ has $4,060 in binary TB.
    expect(tiered(49_000, prices.edge.gb)).toBeCloseTo(850 + 3_120)
    expect(tiered(0, prices.edge.gb)).toBe(0)
  })

  it('of each region say how they are known, and where', () => {
    for (const region of regions)
      for (const { how, pages } of Object.values(pricesOf(region).known)) {
        expect(['read', 'heard', 'memory']).toContain(how)
        expect(pages.length).toBeGreaterThan(0)
        for (const page of pages) expect(page).toMatch(/^(https:\/\/|docs\/)/)
      }
    expect(pricesOf('us-west-2').region).toBe('us-east-1')
    expect(pricesOf('eu-west-1').region).toBe('eu-central-1')
  })
})

describe('a bill', () => {
  it('is the sum of its lines, and what is fixed is paid by nobody too', () => {
    const { bill } = billFor(10_000)
    expect(bill.totalUsd).toBeCloseTo(bill.lines.reduce((sum, { usd }) => sum + usd, 0))
    expect(bill.idleUsd).toBeCloseTo(
      bill.lines.reduce((sum, { usd, isFixed }) => sum + (isFixed ? usd : 0), 0),
    )
    expect(bill.perLearnerUsd).toBeCloseTo(bill.totalUsd / 60_000)
  })

  it('has the hours of Valkey, its endpoints and the cache as the pages have them', () => {
    const it = billFor(10_000)
    expect(lineOf(it, 'Valkey')?.usd).toBeCloseTo(2 * 0.0256 * 730)
    expect(lineOf(it, 'Endpoints of the network that Valkey needs')?.usd).toBeCloseTo(29.2)
    expect(lineOf(it, 'Gateway cache')?.usd).toBeCloseTo(14.6)
  })

  it('has calls by the gateway’s tiers, and heartbeats as their share', () => {
    const it = billFor(10_000)
    const { millionCalls, millionHeartbeats } = it.bill.month
    expect(lineOf(it, 'Heartbeats, through the gateway')?.usd).toBeCloseTo(3.5 * millionHeartbeats)
    expect(millionCalls).toBeLessThan(333)
  })

  it('is idle for about $2 in `small`, and has no warm environments, cache, Valkey or firewall', () => {
    const it = billFor(100)
    expect(it.bill.idleUsd).toBeLessThan(2.3)
    for (const what of [
      'Environments kept warm',
      'Gateway cache',
      'Valkey',
      'Firewall, its rules',
      'Firewall, what it looks at',
    ])
      expect(lineOf(it, what)?.usd).toBe(0)
  })

  it('counts warm environments over the day', () => {
    const at = (hour: number, min: number) => ({ at: `cron(0 ${hour} * * ? *)`, min, max: 50 })
    const settings = StageSettings.parse({
      provisioned: { schedule: [at(6, 10), at(18, 30)] },
    })
    expect(keptOf('learning', settings)).toBeCloseTo(20)
    expect(keptOf('learning', StageSettings.parse({ provisioned: { min: 7 } }))).toBe(7)
  })
})

it('alarms are as many as the operators’ page says', () => {
  const text = readFileSync('docs/operations.md', 'utf8')
  for (const [choice, { metrics, pages }] of Object.entries(ALARMS))
    expect(text).toMatch(new RegExp(`^\\| \`${choice}\` \\|.*\\| ${metrics} \\| ${pages} \\|`, 'm'))
})

describe('CloudFront’s flat rates', () => {
  it('hold 10,000 at Premium’s fifth level, for a third of what is paid as you go', () => {
    const { edge } = billFor(10_000).bill
    const enough = edge.flat.find(({ isEnough }) => isEnough)
    expect(enough).toMatchObject({ name: 'Premium, level 5', usd: 6_000 })
    expect(edge.asYouGoUsd / 6_000).toBeGreaterThan(3)
    expect(edge.sentence).toMatch(/flat-rate plan Premium, level 5 is cheaper: \$6,000/)
  })

  it('hold no month of 20,000, whose segments are too many', () => {
    const { edge } = billFor(20_000).bill
    expect(edge.flat.some(({ isEnough }) => isEnough)).toBe(false)
    expect(edge.sentence).toMatch(/No flat-rate plan holds this traffic: it is .* times/)
  })

  it('cost more than 100 do as they go, whose requests are too many for what their data would take', () => {
    const { edge, month } = billFor(100).bill
    expect(edge.sentence).toMatch(/Paying as you go is cheaper/)
    const [, seconds] =
      /segments of (\d+) seconds in place of 2, .* Pro at \$15/.exec(edge.sentence) ?? []
    const plan = makePlan({ users: 100, heartbeatSeconds: 30, region: 'us-east-1' })
    const segments = (plan.edge.files.segment * month.hours * 3_600) / 1e6
    const requests = (each: number) => month.edgeMillionRequests - segments + (2 * segments) / each
    expect(requests(Number(seconds))).toBeLessThanOrEqual(10)
    expect(requests(Number(seconds) - 1)).toBeGreaterThan(10)
  })
})

describe('a canary', () => {
  const canary = { course: 'caching', everyMinutes: 5 }

  it('is paid by its runs, their functions and its alarm, whether anybody comes or not', () => {
    const line = lineOf(billFor(10_000, { canary }), 'Canary')
    // 8,760 runs, of which 100 are free, at $0.0012; each two gigabytes for half a minute; $0.60 for its alarm.
    expect(line?.usd).toBeCloseTo(8_660 * 0.0012 + 8_760 * 60 * 0.0000166667 + 0.6)
    expect(line?.isFixed).toBe(true)
    expect(lineOf(billFor(10_000), 'Canary')?.usd).toBe(0)
  })

  it('has a secret of its own', () => {
    expect(lineOf(billFor(100, { canary }), 'Secrets')?.usd).toBeCloseTo(4 * 0.4)
  })
})

describe('savings', () => {
  it('are what the bill is less by, and slower heartbeats save calls', () => {
    const it = billFor(10_000)
    const savings = savingsOf(it.plan, it.stage, it.bill, prices)
    const beats = savings.find(({ what }) => what === 'progress.heartbeatSeconds: 50')
    const calls = 3.5 * it.bill.month.millionHeartbeats * (1 - 30 / 50)
    expect(beats?.usd).toBeGreaterThan(calls)
    expect(beats?.usd).toBeLessThan(4 * calls)
    expect(savings.map(({ usd }) => usd)).toEqual(
      savings.map(({ usd }) => usd).toSorted((one, other) => other - one),
    )
  })
})
