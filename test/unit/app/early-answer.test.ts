import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { fetchFile, takeEarly } from '#web/early/early-answer.ts'

const SITE = 'https://site.example'
const asked = (address: string, answer: Promise<Response>, token?: string) => ({
  [`GET ${SITE}${address}`]: { token, answer },
})

beforeEach(() => vi.stubGlobal('location', { origin: SITE }))
afterEach(() => {
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})

it('gives an early answer once, to the person whose it is', async () => {
  const answer = Promise.resolve(Response.json('mine'))
  vi.stubGlobal('window', { early: asked('/api/my/courses?limit=48', answer, 'ada') })
  expect(takeEarly('GET', '/api/my/courses?limit=48', 'grace')).toBeUndefined()
  expect(takeEarly('GET', '/api/my/courses?limit=48')).toBeUndefined()
  expect(takeEarly('GET', '/api/my/courses?limit=20', 'ada')).toBeUndefined()
  expect(takeEarly('POST', '/api/my/courses?limit=48', 'ada')).toBeUndefined()
  expect(takeEarly('GET', '/api/my/courses?limit=48', 'ada')).toBe(answer)
  expect(takeEarly('GET', '/api/my/courses?limit=48', 'ada')).toBeUndefined()
})

it('takes no answer for new that was given long ago', () => {
  vi.stubGlobal('window', { early: asked('/config.json', Promise.resolve(Response.json({}))) })
  vi.spyOn(performance, 'now').mockReturnValue(60_000)
  expect(takeEarly('GET', '/config.json')).toBeUndefined()
})

it('fetches a file anew whose early answer failed or was none', async () => {
  const refused = Promise.resolve(new Response('', { status: 403 }))
  const lost = Promise.reject(new TypeError('Failed to fetch'))
  vi.stubGlobal('window', { early: { ...asked('/a.json', refused), ...asked('/b.json', lost) } })
  vi.stubGlobal('fetch', async (address: string) => Response.json(`${address} anew`))
  for (const address of ['/a.json', '/b.json', '/c.json'])
    expect(await (await fetchFile(address)).json()).toBe(`${address} anew`)
})
