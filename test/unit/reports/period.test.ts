import { describe, expect, it } from 'vitest'
import { ReportPeriod } from '#contract/reports/report'
import { choiceOf, dayOf, periodOf, searchOf, sinceFirst } from '#web/reports/period.ts'

const NOW = Date.parse('2026-11-28T23:30:00.000Z')

describe('the days of a report', () => {
  it('are the last thirty where the address names none, or what nobody can choose', () => {
    for (const search of [{}, { days: 12 }, { days: 'x', from: '2026-11-01' }, { from: 1, to: 2 }])
      expect(choiceOf(search)).toEqual({ days: 30 })
    expect(periodOf({ days: 30 }, NOW)).toEqual({ from: '2026-10-30', to: '2026-11-28' })
    expect(periodOf({ days: 7 }, NOW)).toEqual({ from: '2026-11-22', to: '2026-11-28' })
  })

  it('are as many as a report may have where all are asked for', () => {
    const period = periodOf({ days: 'all' }, NOW)
    expect(ReportPeriod.parse(period)).toEqual(period)
    const longer = { ...period, from: dayOf(Date.parse(period.from) - 86_400_000) }
    expect(ReportPeriod.safeParse(longer).success).toBe(false)
  })

  it('begin with the first on which anything happened, where all are asked for', () => {
    expect(sinceFirst([0, 0, 3, 0], (one) => one === 0)).toEqual([3, 0])
    expect(sinceFirst([0, 0], (one) => one === 0)).toEqual([0, 0])
  })

  it('are those from one day to another, whichever is named first', () => {
    const period = { from: '2026-02-27', to: '2026-03-01' }
    expect(choiceOf(period)).toEqual(period)
    expect(choiceOf({ from: period.to, to: period.from })).toEqual(period)
    expect(choiceOf({ from: '2026-02-30', to: '2026-03-01' })).toEqual({ days: 30 })
  })

  it('are named by the shortest address, which means the same', () => {
    expect(searchOf({ days: 30 })).toEqual({})
    for (const choice of [
      { days: 7 },
      { days: 'all' },
      { from: '2026-01-01', to: '2026-01-02' },
    ] as const)
      expect(choiceOf(searchOf(choice))).toEqual(choice)
  })
})
