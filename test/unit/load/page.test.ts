import { describe, expect, it } from 'vitest'
import { answer } from '#load/plan/answer'
import { billOf } from '#load/plan/cost/bill'
import { savingsOf } from '#load/plan/cost/savings'
import { page } from '#load/plan/page/page'
import { latencyMs } from '#load/plan/queueing/latency'
import { readOptions } from '#load/plan/read-options'
import { costTables } from '#load/plan/report/cost'
import { sizingTables } from '#load/plan/report/sizing'
import { inText } from '#load/plan/report/text'
import { minutesTo, powersTo, scale, ticksTo } from '#load/plot/axis'
import { escaped } from '#load/plot/html'

function reportFor(users: number) {
  const settings = { stages: { prod: {} } }
  const found = answer(settings, { users, stage: 'prod', region: 'us-east-1' })
  const { plan, stage, prices } = found
  const bill = billOf(plan, found.settings, prices)
  const savings = savingsOf(plan, stage, bill, prices)
  const tables = [...sizingTables(plan, found.settings), ...costTables(plan, bill, savings, prices)]
  return { plan, stage, prices, bill, tables, contradictions: found.contradictions }
}

describe.each([1, 100, 10_000, 1_000_000])('the report for %i users', (users) => {
  const report = reportFor(users)

  it('has every figure in words, and no table that is out of line', () => {
    const text = report.tables.map(inText).join('\n')
    expect(text).not.toMatch(/NaN|undefined|Infinity/)
    for (const { head, rows } of report.tables)
      for (const row of rows) expect(row).toHaveLength(head.length)
  })

  it('is a page of its own with four plots, whose lines end within them', () => {
    const html = page(report)
    expect(html).not.toMatch(/NaN|undefined|Infinity|https?:\/\/(?!www)/)
    expect(html.match(/<figure>/g)).toHaveLength(4)
    for (const [, path = ''] of html.matchAll(/ d="([^"]+)"/g))
      for (const [, x, y] of path.matchAll(/([\d.]+) ([\d.]+)/g)) {
        expect(Number(x)).toBeLessThanOrEqual(420)
        expect(Number(y)).toBeLessThanOrEqual(260)
      }
  })
})

describe('latency', () => {
  it('is the service’s own while few wait, and has no end where more come than are answered', () => {
    expect(latencyMs(10, { callsPerSecond: 1, serviceMs: 20 }, 95)).toBe(20)
    expect(latencyMs(10, { callsPerSecond: 100, serviceMs: 20 }, 95)).toBe(Number.POSITIVE_INFINITY)
  })

  it('is that of M/M/1 by hand: at half load the P95 waits ln(0.5 / 0.05) × 0.2 / 0.5 seconds', () => {
    const waits = Math.log(10) * (0.2 / 0.5)
    expect(latencyMs(1, { callsPerSecond: 2.5, serviceMs: 200 }, 95)).toBeCloseTo(
      200 + 1_000 * waits,
    )
  })
})

describe('plots', () => {
  it('have round ticks up to what is shown at most', () => {
    expect(ticksTo(1_840)).toEqual([0, 500, 1_000, 1_500, 2_000])
    expect(ticksTo(7)).toEqual([0, 2, 4, 6, 8])
  })

  it('have minutes that people name, and powers of ten', () => {
    expect(minutesTo(120)).toEqual([0, 30, 60, 90, 120])
    expect(minutesTo(4)).toEqual([0, 1, 2, 3, 4])
    expect(powersTo(480)).toEqual([10, 100, 1_000])
  })

  it('draw nothing where logarithms have none, and what is beyond an axis at its end', () => {
    const at = scale(
      { label: '', from: 10, to: 1_000, ticks: [], name: String, isLog: true },
      100,
      0,
    )
    expect([0, 10, 100, 1_000, 5_000].map(at)).toEqual([100, 100, 50, 0, 0])
  })

  it('write what could be taken for a tag as text', () => {
    expect(escaped('<b a="1">&')).toBe('&lt;b a=&quot;1&quot;&gt;&amp;')
  })
})

describe('the command', () => {
  it('takes numbers as people write them', () => {
    expect(readOptions(['--users', '20_000']).users).toBe(20_000)
    expect(readOptions(['--users', '20,000', '--html']).html).toBe(true)
  })

  it('plans for any region, and says whose prices it takes', () => {
    expect(readOptions(['--region', 'eu-west-1']).region).toBe('eu-west-1')
    expect(() => readOptions(['--region', 'Ireland'])).toThrow('a region such as eu-west-1')
    const found = answer({ stages: { prod: {} } }, { stage: 'prod', region: 'eu-west-1' })
    const bill = billOf(found.plan, found.settings, found.prices)
    const text = costTables(found.plan, bill, [], found.prices).map(inText).join('\n')
    expect(text).toContain('No prices of eu-west-1 are known here: these are of eu-central-1')
  })

  it('names the stages that there are', () => {
    expect(() => answer({ stages: { prod: {} } }, { stage: 'dev', region: 'us-east-1' })).toThrow(
      'lectern.settings.ts has no stage "dev". It has: prod.',
    )
  })
})
