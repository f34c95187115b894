import { expect, test } from 'vitest'
import { createRate } from '#local/firewall/rate'

const from = (address: string) => ({ path: '/', headers: {}, address })

test('a rate counts the requests of its window, each address by itself', () => {
  let now = 0
  const { isOver } = createRate(
    { Limit: 3, EvaluationWindowSec: 60, AggregateKeyType: 'IP' },
    () => now,
  )
  const ask = (address: string, times: number) =>
    Array.from({ length: times }, () => isOver(from(address)))
  expect(ask('10.0.0.1', 4)).toEqual([false, false, false, true])
  expect(ask('10.0.0.2', 1)).toEqual([false])
  now = 30_000
  expect(ask('10.0.0.1', 1)).toEqual([true])
  // The four of the beginning are over; the one of half a minute ago still counts.
  now = 60_000
  expect(ask('10.0.0.1', 3)).toEqual([false, false, true])
  now = 600_000
  expect(ask('10.0.0.1', 1)).toEqual([false])
})

test('addresses that asked nothing in the window are forgotten', () => {
  let now = 0
  const rate = createRate({ Limit: 3, EvaluationWindowSec: 60, AggregateKeyType: 'IP' }, () => now)
  for (let at = 0; at < 1_000; at += 1) rate.isOver(from(`10.0.${at >> 8}.${at & 255}`))
  expect(rate.keys()).toBe(1_000)
  now = 60_000
  rate.isOver(from('10.0.0.1'))
  expect(rate.keys()).toBe(1)
})
