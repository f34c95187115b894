import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { parseSchedule, runOn } from '#local/events/schedule'

const runsAfter = (expression: string, start: string, count: number) => {
  const schedule = parseSchedule(expression)
  const runs: string[] = []
  for (let at = schedule(new Date(start)); at && runs.length < count; at = schedule(at))
    runs.push(at.toISOString().slice(0, 16))
  return runs
}

describe('a cron expression', () => {
  // 2026-01-01 is a Thursday.
  it.each([
    ['0 3 * * ? *', ['2026-01-01T03:00', '2026-01-02T03:00']],
    ['0/20 9-10 * * ? *', ['2026-01-01T09:00', '2026-01-01T09:20', '2026-01-01T09:40']],
    ['30 18 ? * MON-FRI *', ['2026-01-01T18:30', '2026-01-02T18:30', '2026-01-05T18:30']],
    ['0 0 ? * FRI-MON *', ['2026-01-02T00:00', '2026-01-03T00:00', '2026-01-04T00:00']],
    ['0 12 ? * 1,7 *', ['2026-01-03T12:00', '2026-01-04T12:00']],
    ['15 12 L * ? *', ['2026-01-31T12:15', '2026-02-28T12:15']],
    ['0 9 ? * 6L *', ['2026-01-30T09:00', '2026-02-27T09:00']],
    ['0 9 ? * TUE#2 *', ['2026-01-13T09:00', '2026-02-10T09:00']],
    ['0 8 1W 8 ? *', ['2026-08-03T08:00', '2027-08-02T08:00']],
    ['0 8 31W JAN,AUG ? 2026', ['2026-01-30T08:00', '2026-08-31T08:00']],
    ['0 0 29 2 ? *', ['2028-02-29T00:00', '2032-02-29T00:00']],
    ['0 0 1 1 ? 2025', []],
  ])('cron(%s)', (fields, expected) => {
    expect(runsAfter(`cron(${fields})`, '2026-01-01T02:59:30Z', expected.length || 1)).toEqual(
      expected,
    )
  })

  it.each([
    '0 3 * * *',
    '0 3 * * * *',
    '0 3 ? * ? *',
    '60 3 * * ? *',
    '0 3 * XYZ ? *',
    '0/0 3 * * ? *',
  ])('that is none is refused: cron(%s)', (fields) => {
    expect(() => parseSchedule(`cron(${fields})`)).toThrow(/cron/)
  })
})

describe('a schedule', () => {
  beforeEach(() => void vi.useFakeTimers({ now: new Date('2026-01-01T00:00:00Z') }))
  afterEach(() => void vi.useRealTimers())

  it('by rate runs after each of its times, until it is stopped', () => {
    const stop = new AbortController()
    const run = vi.fn()
    runOn(parseSchedule('rate(5 minutes)'), stop.signal, run)
    vi.advanceTimersByTime(299_000)
    expect(run).not.toHaveBeenCalled()
    vi.advanceTimersByTime(601_000)
    expect(run).toHaveBeenCalledTimes(3)
    stop.abort()
    vi.advanceTimersByTime(600_000)
    expect(run).toHaveBeenCalledTimes(3)
  })

  it('waits longer than a timer of Node can', () => {
    const run = vi.fn()
    runOn(parseSchedule('rate(30 days)'), new AbortController().signal, run)
    vi.advanceTimersByTime(29.9 * 86_400_000)
    expect(run).not.toHaveBeenCalled()
    vi.advanceTimersByTime(0.2 * 86_400_000)
    expect(run).toHaveBeenCalledTimes(1)
  })

  it('of another kind is refused by name', () => {
    expect(() => parseSchedule('rate(5 fortnights)')).toThrow('rate(5 fortnights)')
  })
})
