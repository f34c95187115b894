import { expect, it } from 'vitest'
import { createKept } from '#adapters/warehouse/kept-for-an-hour'

const HOUR_MS = 3_600_000

it('is forgotten after an hour, however often it is used, and known till then', () => {
  let now = 0
  const kept = createKept<string>(() => now)
  kept.set('usr-1', 'a')
  for (now = 0; now <= HOUR_MS; now += HOUR_MS / 4) expect(kept.get('usr-1')).toBe('a')
  now = HOUR_MS + 1
  expect(kept.get('usr-1')).toBeUndefined()
})

it('of more than it holds, those that were used last stay', () => {
  const kept = createKept<number>(() => 0)
  for (let n = 0; n < 20_000; n++) kept.set(`${n}`, n)
  kept.get('0')
  kept.set('another', 1)
  expect(kept.get('0')).toBe(0)
  expect(kept.get('1')).toBeUndefined()
})
