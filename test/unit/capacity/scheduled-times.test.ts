import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { parseScheduled } from '#contract/capacity/scheduled-times'

const at = (time: string) => new Date(`${time}:00Z`)

test.each([
  ['cron(40 7 * * ? *)', 'UTC', '2026-11-28T07:39', '2026-11-27T07:40'],
  ['cron(40 7 * * ? *)', 'UTC', '2026-11-28T07:40', '2026-11-28T07:40'],
  ['cron(40 7 * * ? *)', 'Europe/Madrid', '2026-11-28T07:00', '2026-11-28T06:40'],
  ['cron(40 7 * * ? *)', 'Europe/Madrid', '2026-07-28T06:00', '2026-07-28T05:40'],
  ['cron(0 8 ? * MON-FRI *)', 'America/Bogota', '2026-11-29T20:00', '2026-11-27T13:00'],
  ['cron(0 22 * * ? *)', 'Asia/Tokyo', '2026-11-28T12:00', '2026-11-27T13:00'],
  ['at(2026-11-28T09:00:00)', 'Europe/Madrid', '2026-11-28T08:00', '2026-11-28T08:00'],
])('%s in %s was due last, at %s, at %s', (schedule, zone, moment, last) => {
  expect(parseScheduled(schedule, zone).lastUntil(at(moment))).toEqual(at(last))
})

test('what is to come was never due', () => {
  expect(parseScheduled('at(2026-11-28T09:00:00)', 'UTC').lastUntil(at('2026-11-28T08:59'))).toBe(
    undefined,
  )
  expect(parseScheduled('cron(0 8 1 1 ? 2030)', 'UTC').lastUntil(at('2026-11-28T08:59'))).toBe(
    undefined,
  )
})

test('each time between two moments is found, the first moment included and the second not', () => {
  const { between } = parseScheduled('cron(0/30 8-9 * * ? *)', 'Europe/Madrid')
  expect(between(at('2026-11-28T07:30'), at('2026-11-28T08:30'))).toEqual([
    at('2026-11-28T07:30'),
    at('2026-11-28T08:00'),
  ])
})

describe('the clocks of a zone', () => {
  it('that are put back and forward make a day longer and shorter, and each day has its time once', () => {
    const { between } = parseScheduled('cron(0 8 * * ? *)', 'Europe/Madrid')
    const found = between(at('2026-10-24T00:00'), at('2026-10-27T00:00'))
    expect(found).toEqual([at('2026-10-24T06:00'), at('2026-10-25T07:00'), at('2026-10-26T07:00')])
    expect(between(at('2027-03-27T00:00'), at('2027-03-29T00:00'))).toEqual([
      at('2027-03-27T07:00'),
      at('2027-03-28T06:00'),
    ])
  })
})

test('the last time of all between two moments is the last until the second', () => {
  const Zone = fc.constantFrom('UTC', 'Europe/Madrid', 'America/New_York', 'Asia/Kolkata')
  const Moment = fc.date({
    noInvalidDate: true,
    min: at('2026-01-01T00:00'),
    max: at('2027-12-31T00:00'),
  })
  // Hours that no clock leaves out or has twice.
  const Hour = fc.integer({ min: 5, max: 22 })
  fc.assert(
    fc.property(
      Zone,
      Moment,
      Hour,
      fc.integer({ min: 0, max: 59 }),
      (zone, moment, hour, minute) => {
        const { between, lastUntil } = parseScheduled(`cron(${minute} ${hour} * * ? *)`, zone)
        const before = new Date(+moment - 3 * 86_400_000)
        const all = between(before, new Date(+moment + 1))
        expect(all.length).toBeGreaterThanOrEqual(2)
        expect(lastUntil(moment)).toEqual(all.at(-1))
      },
    ),
  )
})
