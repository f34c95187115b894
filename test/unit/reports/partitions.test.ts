import { describe, expect, it } from 'vitest'
import { daysBefore } from '#core/reports/facts/days'
import { eventNames } from '#lib/reports/event-columns'
import { eventsParameters } from '#lib/reports/events-table'
import { daysOf, foldersOf, isOf } from '#local/athena/partitions'

const location = 's3://lake/events/'
const table = {
  ...{ name: 'events', columns: [], location },
  partitionKeys: ['event', 'date'].map((name) => ({ name, type: 'string' })),
  parameters: eventsParameters(location),
}
const one = { first: '2026-11-27', last: '2026-11-27' }

describe('the days that a statement reads', () => {
  it.each([
    [`SELECT 1 FROM events WHERE "date" = '2026-11-27'`, one],
    [
      `SELECT 1 FROM events WHERE event = 'left' AND "date" BETWEEN '2026-11-01'\n AND '2026-11-27'`,
      { first: '2026-11-01', last: '2026-11-27' },
    ],
    [
      `SELECT 1 FROM events WHERE "date" = '2026-10-01' UNION ALL SELECT 1 FROM events WHERE "date" = '2026-11-27'`,
      { first: '2026-10-01', last: '2026-11-27' },
    ],
  ])('are those that it names: %s', (sql, days) => expect(daysOf(sql)).toEqual(days))

  it.each([
    `SELECT 1 FROM events`,
    `SELECT 1 FROM events WHERE "date" >= '2026-11-27'`,
    `SELECT 1 FROM events WHERE "date" <> '2026-11-27'`,
    `SELECT 1 FROM events WHERE "date" = '2026-11-27' OR event = 'left'`,
    `SELECT 1 FROM events WHERE NOT (event = 'left' AND "date" = '2026-11-27')`,
    `SELECT 1 FROM events WHERE "date" = '2026-11-27' UNION ALL SELECT 1 FROM events`,
    `SELECT 1 FROM events WHERE "date" IN ('2026-11-27', '2026-11-28')`,
  ])('are all, where it may mean others: %s', (sql) => expect(daysOf(sql)).toBeNull())
})

describe('the folders that are looked into', () => {
  it('are those of the projection, of these days alone', () => {
    const folders = foldersOf(table, { first: '2026-11-26', last: '2026-11-27' })
    expect(folders).toHaveLength(2 * eventNames().length)
    expect(folders).toContain('s3://lake/events/event=left/date=2026-11-26/')
  })

  it('are the whole, where it would be too many, or no days are known', () => {
    const year = { first: daysBefore('2026-11-27', 365), last: '2026-11-27' }
    expect(foldersOf(table, year)).toEqual([location])
    expect(foldersOf(table, null)).toEqual([location])
    expect(isOf('events/event=left/date=2026-11-28/1.parquet', one)).toBe(false)
    expect(isOf('events/event=left/date=2026-11-27/1.parquet', one)).toBe(true)
  })
})
