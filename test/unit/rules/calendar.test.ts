import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { firstDayOf, shiftedLesson } from '#contract/courses/copying/dates-of'
import { dayAt, daysBetween, shiftDay, shiftInstant, startOfDay } from '#contract/rules/calendar'

describe('a day that is moved', () => {
  it('is as many days of the calendar later', () => {
    expect(shiftDay('2026-03-28', 2)).toBe('2026-03-30')
    expect(shiftDay('2027-12-31', 1)).toBe('2028-01-01')
    expect(shiftDay('2028-03-01', -1)).toBe('2028-02-29')
    expect(daysBetween('2026-03-28', '2026-03-30')).toBe(2)
  })

  it('comes back by the same number of days', () => {
    const day = fc
      .integer({ min: 0, max: 40_000 })
      .map((days) => new Date(days * 86_400_000).toISOString().slice(0, 10))
    fc.assert(
      fc.property(day, fc.integer({ min: -9_000, max: 9_000 }), (from, days) => {
        const to = shiftDay(from, days)
        expect(daysBetween(from, to)).toBe(days)
        expect(shiftDay(to, -days)).toBe(from)
      }),
    )
  })
})

describe('an instant that is moved', () => {
  it('shows the same time on clocks that went forward meanwhile, or back', () => {
    expect(shiftInstant('2026-03-27T08:00:00.000Z', 7, 'Europe/Madrid')).toBe(
      '2026-04-03T07:00:00.000Z',
    )
    expect(shiftInstant('2026-10-23T07:00:00.000Z', 7, 'Europe/Madrid')).toBe(
      '2026-10-30T08:00:00.000Z',
    )
  })

  it('is an hour later where clocks leave its time out', () => {
    // 02:30 on 29 March is not in Madrid: clocks go from 02:00 to 03:00.
    expect(shiftInstant('2026-03-28T01:30:00.000Z', 1, 'Europe/Madrid')).toBe(
      '2026-03-29T01:30:00.000Z',
    )
  })

  it('is on a day as many days later in the zone, whatever the zone', () => {
    const zone = fc.constantFrom('UTC', 'Europe/Madrid', 'America/New_York', 'Asia/Kolkata')
    const instant = fc
      .integer({ min: 1_600_000_000, max: 2_000_000_000 })
      .map((seconds) => new Date(seconds * 1000).toISOString())
    fc.assert(
      fc.property(instant, fc.integer({ min: -800, max: 800 }), zone, (at, days, timeZone) => {
        const moved = shiftInstant(at, days, timeZone)
        expect(daysBetween(dayAt(at, timeZone), dayAt(moved, timeZone))).toBe(days)
      }),
    )
  })
})

describe('a day of a zone', () => {
  it.each([
    ['2026-03-29', 'Europe/Madrid', '2026-03-28T23:00:00.000Z'],
    ['2026-03-30', 'Europe/Madrid', '2026-03-29T22:00:00.000Z'],
    ['2026-10-25', 'Europe/Madrid', '2026-10-24T22:00:00.000Z'],
    ['2026-10-26', 'Europe/Madrid', '2026-10-25T23:00:00.000Z'],
    // Clocks went from midnight to one.
    ['2018-11-04', 'America/Sao_Paulo', '2018-11-04T03:00:00.000Z'],
    // They went from midnight back to eleven, so midnight came twice.
    ['2018-02-18', 'America/Sao_Paulo', '2018-02-18T03:00:00.000Z'],
    // The day was left out.
    ['2011-12-30', 'Pacific/Apia', '2011-12-30T10:00:00.000Z'],
  ])('%s of %s begins at %s', (day, zone, at) => {
    expect(startOfDay(day, zone)).toBe(at)
  })

  it('begins at the first instant that shows it, whatever the zone', () => {
    const zone = fc.constantFrom(
      'UTC',
      'Europe/Madrid',
      'America/New_York',
      'Asia/Kolkata',
      'Pacific/Auckland',
    )
    const days = fc.integer({ min: 18_000, max: 25_000 })
    fc.assert(
      fc.property(days, zone, (count, timeZone) => {
        const day = new Date(count * 86_400_000).toISOString().slice(0, 10)
        const at = Date.parse(startOfDay(day, timeZone))
        expect(dayAt(new Date(at).toISOString(), timeZone)).toBe(day)
        expect(dayAt(new Date(at - 1).toISOString(), timeZone)).toBe(shiftDay(day, -1))
      }),
    )
  })
})

describe('a course’s first day', () => {
  const opens = { audience: { who: 'members', from: '2026-03-01T23:30:00.000Z' } } as const

  it('is what it says', () => {
    const course = { startsOn: '2026-04-01', endsOn: null, timeZone: 'UTC' }
    expect(firstDayOf(course, [{ lessons: [opens] }])).toBe('2026-04-01')
  })

  it('is else the first on which anything opens or ends, in its own zone', () => {
    const course = { startsOn: null, endsOn: '2026-04-01', timeZone: 'Europe/Madrid' }
    expect(firstDayOf(course, [{ lessons: [opens, {}] }])).toBe('2026-03-02')
    expect(firstDayOf(course, [])).toBe('2026-04-01')
    expect(firstDayOf({ ...course, endsOn: null }, [{ lessons: [{}] }])).toBeNull()
  })

  it('is also that of a rule, which moves with the others', () => {
    const course = { startsOn: null, endsOn: null, timeZone: 'UTC' }
    const rules = [{ when: 'day', on: '2026-02-27' } as const, { when: 'days', after: 3 } as const]
    expect(firstDayOf(course, [{ rules, lessons: [opens] }])).toBe('2026-02-27')
    expect(firstDayOf(course, [{ lessons: [{ rules }] }])).toBe('2026-02-27')
    expect(shiftedLesson({ rules }, 2, 'UTC').rules).toEqual([
      { when: 'day', on: '2026-03-01' },
      { when: 'days', after: 3 },
    ])
  })

  it('moves no lesson that opens at once', () => {
    const preview = { audience: { who: 'everyone' } } as const
    expect(shiftedLesson(preview, 7, 'UTC')).toBe(preview)
    expect(shiftedLesson({}, 7, 'UTC')).toEqual({})
  })
})
