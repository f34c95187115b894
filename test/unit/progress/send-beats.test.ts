import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { LessonId } from '#contract/platform/ids'
import type { LessonProgress } from '#contract/progress/progress'
import { makeStorage } from '#test/support/page'
import { readError } from '#web/api/api-error.ts'
import { createBackoff } from '#web/progress/backoff.ts'
import { createBeatSender } from '#web/progress/beat-sender.ts'
import { keptBeats } from '#web/progress/kept-beats.ts'
import type { QueuedBeat } from '#web/progress/queued-beats.ts'

const LIN = 'lin'
const lessonId = (n: number): LessonId => `les_${`${n}`.padStart(26, '0')}`
const aBeat = (facts: Partial<QueuedBeat> = {}): QueuedBeat => ({
  courseId: 'crs_01ARZ3NDEKTSV4RRFFQ69G5FAV',
  lessonId: lessonId(1),
  positionSeconds: 10,
  durationSeconds: 100,
  watched: [[0, 10]],
  completed: false,
  at: '2026-01-01T00:00:10.000Z',
  ...facts,
})

/** As our functions answer. */
const ours = (status: number, code: string, more: object = {}) =>
  Response.json({ error: { code, message: 'No.', requestId: 'r1', ...more } }, { status })
/** As the firewall does, whose answer is the same for everybody. */
const firewalls = (status: number, code: string, headers: HeadersInit = {}) =>
  Response.json({ error: { code, message: 'No.' } }, { status, headers })
const page = (status: number) => new Response('<!doctype html><h1>Request blocked</h1>', { status })

/** A browser whose server answers what is said, one answer a request, and then takes everything. */
const openBrowser = () => {
  const storage = makeStorage()
  const answers: (Response | 'offline')[] = []
  const sent: { person: string | undefined; beat: QueuedBeat }[] = []
  let person: string | undefined = LIN
  const keptOf = (name: string) => keptBeats(storage, `beats.${name}`, 'tab')
  const sender = createBeatSender({
    whoIsHere: () => person,
    keptOf,
    backoff: createBackoff(
      () => Date.now(),
      () => 1,
    ),
    put: async (beat): Promise<LessonProgress> => {
      sent.push({ person, beat })
      const answer = answers.shift()
      if (answer === 'offline') throw new TypeError('Failed to fetch')
      if (answer) throw await readError(answer)
      const { positionSeconds, watched, completed, at } = beat
      const lessonId = 'les_01ARZ3NDEKTSV4RRFFQ69G5FAV'
      return { lessonId, positionSeconds, watched, completed, updatedAt: at }
    },
  })
  return {
    ...sender,
    sent,
    answers,
    kept: (name = LIN) => keptOf(name).all(),
    signIn: (name: string | undefined) => {
      person = name
    },
  }
}

beforeEach(() => {
  vi.useFakeTimers()
  vi.spyOn(console, 'warn').mockReturnValue()
})
afterEach(() => {
  vi.useRealTimers()
  vi.restoreAllMocks()
})

describe('a kept heartbeat', () => {
  it.each([
    ['a firewall’s 403', () => firewalls(403, 'forbidden')],
    ['a firewall’s 403 as a page', () => page(403)],
    ['a firewall’s 404 as a page', () => page(404)],
    ['too many requests', () => firewalls(429, 'too_many_requests')],
    ['a 403 in our own shape', () => ours(403, 'forbidden')],
    ['a sign-in that ended', () => ours(401, 'unauthenticated')],
    ['a code that does not go with its status', () => ours(403, 'not_found')],
    ['a not-found that no function of ours answered', () => firewalls(404, 'not_found')],
    ['a gateway that does not understand', () => ours(400, 'invalid')],
    ['a failure of ours', () => ours(500, 'internal')],
    ['a page in front of us', () => page(502)],
    ['no connection', () => 'offline' as const],
  ])('survives %s, and is sent again by itself', async (_, answer) => {
    const browser = openBrowser()
    browser.answers.push(answer())
    expect(await browser.record(aBeat(), LIN)).toBeUndefined()
    expect(browser.kept()).toEqual([aBeat()])
    await vi.advanceTimersByTimeAsync(2000)
    expect(browser.sent).toHaveLength(2)
    expect(browser.kept()).toEqual([])
  })

  it.each([
    ['is no lesson of theirs', () => ours(404, 'not_found')],
    ['is no beat', () => ours(400, 'invalid', { issues: [{ path: 'body', message: 'No.' }] })],
  ])('is dropped when our functions say that it %s', async (_, answer) => {
    const browser = openBrowser()
    browser.answers.push(answer())
    await browser.record(aBeat(), LIN)
    expect(browser.kept()).toEqual([])
  })

  it('waits twice as long each time, and as long as the server asks', async () => {
    const browser = openBrowser()
    browser.answers.push(
      'offline',
      'offline',
      firewalls(429, 'too_many_requests', { 'retry-after': '120' }),
    )
    await browser.record(aBeat(), LIN)
    const sentAfter = async (milliseconds: number) => {
      await vi.advanceTimersByTimeAsync(milliseconds)
      return browser.sent.length
    }
    expect(await sentAfter(1999)).toBe(1)
    expect(await sentAfter(1)).toBe(2)
    expect(await sentAfter(3999)).toBe(2)
    expect(await sentAfter(1)).toBe(3)
    await browser.record(aBeat({ positionSeconds: 20 }), LIN)
    await browser.hope()
    expect(await sentAfter(119_999)).toBe(3)
    expect(await sentAfter(1)).toBe(4)
    expect(browser.kept()).toEqual([])
  })

  it('is sent at once when the network is back', async () => {
    const browser = openBrowser()
    browser.answers.push('offline')
    await browser.record(aBeat(), LIN)
    await browser.hope()
    expect(browser.kept()).toEqual([])
  })

  it('that fails for itself holds up no other', async () => {
    const browser = openBrowser()
    browser.answers.push(ours(500, 'internal'))
    await browser.record(aBeat(), LIN)
    await browser.record(aBeat({ lessonId: lessonId(2) }), LIN)
    await vi.advanceTimersByTimeAsync(2000)
    expect(browser.sent.map(({ beat }) => beat.lessonId)).toEqual([1, 2, 1].map(lessonId))
  })

  it('is never sent as another person, though recorded while they sign in', async () => {
    const browser = openBrowser()
    browser.signIn('mia')
    await browser.record(aBeat(), LIN)
    await browser.sendKept()
    expect(browser.sent).toEqual([])
    expect(browser.kept('mia')).toEqual([])
    browser.signIn(undefined)
    await browser.hope()
    expect(browser.sent).toEqual([])
    browser.signIn(LIN)
    await browser.sendKept()
    expect(browser.sent).toEqual([{ person: LIN, beat: aBeat() }])
  })
})

describe('an answer of something on the way', () => {
  it('says nothing of courses and people, whatever its status', async () => {
    for (const [status, code] of [
      [403, 'forbidden'],
      [404, 'not_found'],
      [401, 'unauthenticated'],
    ] as const) {
      expect(await readError(firewalls(status, code))).toMatchObject({ code: 'internal' })
      expect(await readError(page(status))).toMatchObject({ code: 'internal', isOurs: false })
      expect(await readError(ours(status, code))).toMatchObject({ code, isOurs: true })
    }
    expect(await readError(firewalls(429, 'too_many_requests'))).toMatchObject({
      code: 'too_many_requests',
    })
  })
})

describe('Retry-After', () => {
  const wait = async (headers: Record<string, string>) =>
    (await readError(firewalls(429, 'too_many_requests', headers))).retryAfterMs

  it('is read as seconds or as a date by the server’s clock, an hour at most', async () => {
    expect(await wait({ 'retry-after': '30' })).toBe(30_000)
    const date = 'Thu, 26 Nov 2026 10:00:00 GMT'
    expect(await wait({ date, 'retry-after': 'Thu, 26 Nov 2026 10:02:00 GMT' })).toBe(120_000)
    expect(await wait({ date, 'retry-after': 'Thu, 26 Nov 2026 09:00:00 GMT' })).toBe(0)
    expect(await wait({ 'retry-after': '99999999999' })).toBe(3_600_000)
    for (const odd of ['soon', '-1', '']) expect(await wait({ 'retry-after': odd })).toBeUndefined()
  })
})
