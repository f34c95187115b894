import { expect, it } from 'vitest'
import { type Kept, tooMuch } from '#scripts/bench-functions/results'

const measured = (start: number, call: number | null): Pick<Kept, 'start' | 'call'> => ({
  start: { learning: { kB: 160, ms: 70, toBare: start } },
  call: { 'GET /courses': { asked: 'nothing', ms: 1, bareMs: 1, toBare: call } },
})
const kept = measured(2, 1)
const margin = { start: 1.25, call: 1.5 }

it('lets ratios be as much above what was kept as the margins say', () => {
  expect(tooMuch(measured(2.5, 1.5), kept, margin)).toEqual([])
})

it('names each start and each call that is more', () => {
  expect(tooMuch(measured(2.51, 1.51), kept, margin)).toEqual([
    'start of learning: 2.51 of a bare one, above 2.50',
    'call of GET /courses: 1.51 of a bare one, above 1.50',
  ])
})

it('holds nothing to what was not kept, nor to a bare call that there is not', () => {
  expect(tooMuch(measured(9, 9), { start: {}, call: {} }, margin)).toEqual([])
  expect(tooMuch(measured(1, null), kept, margin)).toEqual([])
})
