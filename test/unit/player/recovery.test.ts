import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createRecovery, type Trouble } from '#web/player/stream/recovery.ts'

const given = (options: { renew?: () => Promise<unknown>; mends?: number } = {}) => {
  let shown: Trouble | undefined
  let mends = options.mends ?? 0
  const goOn = vi.fn()
  const renew = vi.fn(options.renew ?? (async () => undefined))
  const recovery = createRecovery({
    renew,
    goOn,
    mend: () => {
      mends -= 1
      return mends >= 0
    },
    show: (trouble) => {
      shown = trouble
    },
  })
  return { recovery, goOn, renew, shown: () => shown }
}

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

describe('a video that cannot be loaded', () => {
  it('waits for the network, longer each time, and says so', () => {
    const { recovery, goOn, shown } = given()
    for (const [failures, wait] of [1000, 2000, 4000, 8000, 15_000, 15_000].entries()) {
      recovery.onProblem('network', true)
      expect(shown()).toBe('waiting')
      vi.advanceTimersByTime(wait - 1)
      expect(goOn).toHaveBeenCalledTimes(failures)
      vi.advanceTimersByTime(1)
      expect(goOn).toHaveBeenCalledTimes(failures + 1)
    }
  })

  it('goes on at once when the network is back, and forgets how long it waited', () => {
    const { recovery, goOn, shown } = given()
    for (let failures = 0; failures < 5; failures += 1) recovery.onProblem('network', true)
    recovery.tryNow()
    vi.advanceTimersByTime(0)
    expect(goOn).toHaveBeenCalledTimes(1)
    recovery.onArrival()
    expect(shown()).toBeUndefined()
    recovery.onProblem('network', true)
    vi.advanceTimersByTime(1000)
    expect(goOn).toHaveBeenCalledTimes(2)
  })

  it('leaves a video alone that plays from what it has while the network goes and comes', () => {
    const { recovery, goOn } = given()
    recovery.onOnline()
    recovery.onProblem('network', false)
    recovery.onArrival()
    recovery.onOnline()
    vi.advanceTimersByTime(60_000)
    expect(goOn).not.toHaveBeenCalled()
    recovery.onProblem('network', true)
    recovery.onOnline()
    vi.advanceTimersByTime(0)
    expect(goOn).toHaveBeenCalledTimes(1)
  })

  it('renews the session once where it is refused, and shows nothing of it', async () => {
    const { recovery, goOn, renew, shown } = given()
    recovery.onProblem('forbidden', true)
    await vi.advanceTimersByTimeAsync(0)
    expect(renew).toHaveBeenCalledTimes(1)
    expect(goOn).toHaveBeenCalledTimes(1)
    expect(shown()).toBeUndefined()
  })

  it('is being prepared where it stays refused with a new session, and is looked for again', async () => {
    const { recovery, goOn, renew, shown } = given()
    recovery.onProblem('forbidden', true)
    await vi.advanceTimersByTimeAsync(0)
    recovery.onProblem('forbidden', true)
    expect(shown()).toBe('preparing')
    expect(renew).toHaveBeenCalledTimes(1)
    await vi.advanceTimersByTimeAsync(10_000)
    expect(goOn).toHaveBeenCalledTimes(2)
  })

  it('renews again when a later session ends, after something arrived', async () => {
    const { recovery, renew } = given()
    recovery.onProblem('forbidden', true)
    await vi.advanceTimersByTimeAsync(0)
    recovery.onArrival()
    recovery.onProblem('forbidden', true)
    expect(renew).toHaveBeenCalledTimes(2)
  })

  it('says that access has ended only where the server says so, and waits where it cannot be reached', async () => {
    const refused = given({ renew: () => Promise.reject(new Error('No longer enrolled')) })
    refused.recovery.onProblem('forbidden', true)
    await vi.advanceTimersByTimeAsync(0)
    expect(refused.shown()).toBe('forbidden')
    const offline = given({ renew: () => Promise.reject({ code: 'offline' }) })
    offline.recovery.onProblem('forbidden', true)
    await vi.advanceTimersByTimeAsync(0)
    expect(offline.shown()).toBe('waiting')
  })

  it('tries every way to decode before it gives up', () => {
    const { recovery, shown } = given({ mends: 2 })
    recovery.onProblem('media', true)
    recovery.onProblem('media', true)
    expect(shown()).toBeUndefined()
    recovery.onProblem('media', true)
    expect(shown()).toBe('media')
  })

  it('leaves to the stream what it mends by itself, and says only what it waits for', () => {
    const { recovery, goOn, shown } = given()
    recovery.onProblem('media', false)
    expect(shown()).toBeUndefined()
    recovery.onProblem('network', false)
    expect(shown()).toBe('waiting')
    vi.advanceTimersByTime(60_000)
    expect(goOn).not.toHaveBeenCalled()
  })
})
