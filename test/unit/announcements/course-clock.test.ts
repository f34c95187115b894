import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { clockAt, instantAt } from '#contract/announcements/course-clock'

const MADRID = 'Europe/Madrid'
const zones = fc.constantFrom(MADRID, 'UTC', 'America/New_York', 'Asia/Kathmandu', 'Pacific/Apia')
const minute = fc
  .integer({ min: Date.UTC(2020, 0, 1), max: Date.UTC(2035, 0, 1) })
  .map((at) => new Date(at - (at % 60_000)).toISOString())

describe('a date and a time of a course', () => {
  it('is what the clocks of its zone show, before and after both changes of the clock', () => {
    expect(instantAt('2026-03-28T09:00', MADRID)).toBe('2026-03-28T08:00:00.000Z')
    expect(instantAt('2026-03-30T09:00', MADRID)).toBe('2026-03-30T07:00:00.000Z')
    expect(instantAt('2026-10-24T09:00', MADRID)).toBe('2026-10-24T07:00:00.000Z')
    expect(instantAt('2026-10-26T09:00', MADRID)).toBe('2026-10-26T08:00:00.000Z')
  })

  it('that the clocks leave out is an hour later; one that they show twice is the first', () => {
    expect(instantAt('2026-03-29T02:30', MADRID)).toBe('2026-03-29T01:30:00.000Z')
    expect(instantAt('2026-10-25T02:30', MADRID)).toBe('2026-10-25T00:30:00.000Z')
  })

  it('is nothing where none is chosen', () => {
    expect(instantAt('', MADRID)).toBeNull()
    expect(instantAt('2026-13-01T09:00', MADRID)).toBeNull()
  })

  it('comes back as it was shown, whenever and wherever', () => {
    fc.assert(
      fc.property(minute, zones, (instant, zone) => {
        const shown = clockAt(instant, zone)
        const back = instantAt(shown, zone) ?? ''
        expect(clockAt(back, zone)).toBe(shown)
        expect(back <= instant).toBe(true)
      }),
    )
  })
})
