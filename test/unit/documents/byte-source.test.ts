import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { FileGone, partReader } from '#web/documents/pdf/byte-source.ts'

const file = { url: '/content/file.pdf', bytes: 1_000 }
const whole = Uint8Array.from({ length: file.bytes }, (_, at) => at % 256)
const answers: (() => Promise<Response>)[] = []
const asked: (string | null)[] = []
const waits: boolean[] = []
const reopen = vi.fn(async () => undefined)
let leaving: AbortController

/** As the edge answers a range. */
const part = async () => {
  const [, from = 0, to = 0] = /bytes=(\d+)-(\d+)/.exec(asked.at(-1) ?? '')?.map(Number) ?? []
  return new Response(whole.slice(from, to + 1), { status: 206 })
}
const status = (code: number) => async () => new Response(null, { status: code })
const lost = () => Promise.reject(new TypeError('Failed to fetch'))

beforeEach(() => {
  vi.useFakeTimers()
  leaving = new AbortController()
  vi.stubGlobal('addEventListener', () => undefined)
  vi.stubGlobal('removeEventListener', () => undefined)
  vi.stubGlobal('fetch', (_: string, options: RequestInit) => {
    asked.push(new Headers(options.headers).get('range'))
    return (answers.shift() ?? part)()
  })
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
  for (const list of [answers, asked, waits]) list.length = 0
  reopen.mockClear()
})

const reader = () =>
  partReader(file, { reopen, onWaiting: (is) => waits.push(is), signal: leaving.signal })

describe('a part of a file', () => {
  it('is asked for by its bytes, and none behind the end', async () => {
    expect(await reader()(100, 200)).toEqual(whole.slice(100, 200))
    expect(await reader()(900, 2_000)).toEqual(whole.slice(900))
    expect(asked).toEqual(['bytes=100-199', 'bytes=900-999'])
  })

  it('is cut from the whole where somebody heeds no ranges', async () => {
    answers.push(async () => new Response(whole, { status: 200 }))
    expect(await reader()(100, 200)).toEqual(whole.slice(100, 200))
  })

  it('is asked for again once the network is back, and says that it waits', async () => {
    answers.push(lost, status(503))
    const read = reader()(0, 10)
    await vi.advanceTimersByTimeAsync(60_000)
    expect(await read).toEqual(whole.slice(0, 10))
    expect(waits).toEqual([true, false])
  })

  it('opens the course again where the cookies have ended, once for all parts', async () => {
    answers.push(status(403), status(403))
    const read = reader()
    expect(await Promise.all([read(0, 10), read(10, 20)])).toHaveLength(2)
    expect(reopen).toHaveBeenCalledTimes(1)
  })

  it('is gone for whoever is refused again, or where there is none', async () => {
    answers.push(status(403), status(403))
    await expect(reader()(0, 10)).rejects.toThrow(FileGone)
    answers.push(status(404))
    await expect(reader()(0, 10)).rejects.toThrow(FileGone)
  })

  it('is not waited for by whoever has left', async () => {
    answers.push(lost)
    const read = reader()(0, 10)
    const refused = expect(read).rejects.toThrow()
    await vi.advanceTimersByTimeAsync(10)
    leaving.abort()
    await refused
    expect(asked).toHaveLength(1)
  })
})
