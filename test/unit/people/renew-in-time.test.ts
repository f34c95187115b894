import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { renewInTime } from '#web/api/renew-in-time.ts'

const HOUR = 3_600_000

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

it.each([-20, 0, 20])('asks again a minute before the end, on a clock %i hours out', (hoursOut) => {
  const answered = Date.parse('2026-01-01T10:00:00.000Z') + hoursOut * HOUR
  const state = { data: { lastsSeconds: 6 * 3600 }, dataUpdatedAt: answered }
  vi.setSystemTime(answered)
  expect(renewInTime.staleTime({ state })).toBe(6 * HOUR - 60_000)
  expect(renewInTime.refetchInterval({ state })).toBe(6 * HOUR - 60_000)
  vi.setSystemTime(answered + 5 * HOUR)
  expect(renewInTime.refetchInterval({ state })).toBe(HOUR - 60_000)
})

it('pauses between answers that end at once, and asks for nothing that it does not have', () => {
  const ended = { data: { lastsSeconds: 1 }, dataUpdatedAt: Date.now() }
  expect(renewInTime.refetchInterval({ state: ended })).toBe(10_000)
  const none = { data: undefined, dataUpdatedAt: 0 }
  expect(renewInTime.refetchInterval({ state: none })).toBe(false)
})
