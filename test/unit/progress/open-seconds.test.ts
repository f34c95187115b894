import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { stubPage } from '#test/support/page'
import { countOpenSeconds } from '#web/lessons/kinds/open-seconds.ts'

let page: EventTarget
beforeEach(() => {
  vi.useFakeTimers()
  page = stubPage()
  show('visible')
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

const show = (visibilityState: DocumentVisibilityState) => {
  Object.assign(document, { visibilityState })
  document.dispatchEvent(new Event('visibilitychange'))
}
const count = ({ from = 0, most = 120 } = {}) => {
  const shown: number[] = []
  const told: number[] = []
  const stop = countOpenSeconds({
    ...{ from, most, onSecond: (seconds) => shown.push(seconds) },
    ...{ report: (seconds) => told.push(seconds), everySeconds: async () => 30 },
  })
  return { shown, told, stop }
}
const pass = (seconds: number) => vi.advanceTimersByTimeAsync(seconds * 1000)

describe('the seconds for which a page is in front', () => {
  it('are told every heartbeat, from those of before on, and end with what is asked for', async () => {
    const { shown, told, stop } = count({ from: 50 })
    await pass(60)
    expect(told).toEqual([80, 110])
    await pass(60)
    expect(shown.at(-1)).toBe(120)
    expect(told).toEqual([80, 110, 120])
    stop()
    expect(told).toHaveLength(3)
  })

  it('are none while another page is in front, and are told when it hides', async () => {
    const { shown, told } = count()
    await pass(10)
    show('hidden')
    expect(told).toEqual([10])
    await pass(600)
    expect(shown.at(-1)).toBe(10)
    show('visible')
    await pass(5)
    expect(shown.at(-1)).toBe(15)
  })

  it('are not those for which the device slept', async () => {
    const { shown } = count()
    await pass(10)
    vi.setSystemTime(Date.now() + 3_600_000)
    vi.spyOn(performance, 'now').mockReturnValueOnce(performance.now() + 3_600_000)
    await pass(1)
    expect(shown.at(-1)).toBeLessThanOrEqual(12)
  })

  it('are told when the page is left, and when something else is opened', async () => {
    const { told, stop } = count()
    await pass(3)
    page.dispatchEvent(new Event('pagehide'))
    await pass(4)
    stop()
    await pass(60)
    expect(told).toEqual([3, 7])
  })
})
