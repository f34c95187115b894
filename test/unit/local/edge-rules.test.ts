import { describe, expect, test } from 'vitest'
import { parseRange } from '#local/edge/answers/bucket-response'
import { createContentCache, secondsToKeep } from '#local/edge/answers/content-cache'
import { pathMatcher } from '#local/edge/behaviours'
import { runViewerRequest } from '#local/edge/viewer/edge-function'

describe('a path pattern', () => {
  test('takes * as any text and ? as one character, and every other character as itself', () => {
    expect(pathMatcher('/content/*')('/content/a/b.mpd')).toBe(true)
    expect(pathMatcher('content/*')('/content/a')).toBe(true)
    expect(pathMatcher('/content/*')('/contents/a')).toBe(false)
    expect(pathMatcher('/a?.js')('/ab.js')).toBe(true)
    expect(pathMatcher('/a.js')('/abjs')).toBe(false)
  })
})

describe('a range of bytes', () => {
  test('is within the object, whichever end is left out', () => {
    expect(parseRange('bytes=0-3', 10)).toEqual({ start: 0, end: 3 })
    expect(parseRange('bytes=5-', 10)).toEqual({ start: 5, end: 9 })
    expect(parseRange('bytes=5-99', 10)).toEqual({ start: 5, end: 9 })
    expect(parseRange('bytes=-20', 10)).toEqual({ start: 0, end: 9 })
  })

  test('past the end is unsatisfiable, and another form is not heeded', () => {
    expect(parseRange('bytes=10-', 10)).toBe('unsatisfiable')
    expect(parseRange('bytes=-0', 10)).toBe('unsatisfiable')
    expect(parseRange('bytes=0-1,3-4', 10)).toBeUndefined()
    expect(parseRange('bytes=4-2', 10)).toBeUndefined()
  })
})

describe('what the edge keeps', () => {
  const policy = { MinTTL: 0, DefaultTTL: 86_400, MaxTTL: 100_000 }

  test('is kept for as long as its origin says, within the policy', () => {
    expect(secondsToKeep(policy, '')).toBe(86_400)
    expect(secondsToKeep(policy, 'public, max-age=60')).toBe(60)
    expect(secondsToKeep(policy, 'max-age=60, s-maxage=90')).toBe(90)
    expect(secondsToKeep(policy, 'max-age=31536000, immutable')).toBe(100_000)
    expect(secondsToKeep(policy, 'no-store')).toBe(0)
    expect(secondsToKeep({ MinTTL: 0, DefaultTTL: 0, MaxTTL: 0 }, 'max-age=60')).toBe(0)
  })

  test('is forgotten in time, and the least recently used first when there is too much', () => {
    let now = 0
    const cache = createContentCache(() => now)
    const big = { body: Buffer.alloc(50 * 1024 * 1024), headers: {} }
    cache.set('/a', big, 10)
    cache.set('/b', big, 20)
    cache.get('/a')
    cache.set('/c', big, 10)
    expect(cache.get('/b')).toBeUndefined()
    expect(cache.get('/a')).toBe(big)
    now = 10_001
    expect(cache.get('/a')).toBeUndefined()
  })
})

describe('a CloudFront Function', () => {
  const request = { method: 'GET', uri: '/old', querystring: {}, headers: {}, cookies: {} }

  test('may answer by itself, also asynchronously', () => {
    const source = `async function handler(event) {
      return { statusCode: 302, headers: { location: { value: event.request.uri + '/new' } } }
    }`
    expect(runViewerRequest(source, request)).toEqual({
      response: { statusCode: 302, headers: { location: { value: '/old/new' } } },
    })
  })

  test('reaches nothing of the process around it, and is ended when it does not end', () => {
    expect(() => runViewerRequest('function handler() { return process.env }', request)).toThrow()
    const digests = `function handler() { return { statusCode: 200, headers: { kind: { value: typeof digest } } } }`
    expect(runViewerRequest(digests, request)).toMatchObject({
      response: { headers: { kind: { value: 'undefined' } } },
    })
    expect(() => runViewerRequest('function handler() { for (;;) {} }', request)).toThrow(
      'timed out',
    )
  })

  test('knows nothing of a call before, neither by its variables nor by globals', () => {
    const source = `var calls = 0
    function handler(event) {
      calls += 1
      leaked = typeof leaked === 'undefined' ? 1 : leaked + 1
      return { statusCode: 200, headers: { calls: { value: calls + ' ' + leaked } } }
    }`
    for (let call = 0; call < 60; call += 1)
      expect(runViewerRequest(source, { ...request, uri: `/${call}` })).toMatchObject({
        response: { headers: { calls: { value: '1 1' } } },
      })
  })

  test('is not run again for the same event, unless it asks for the time or for chance', () => {
    const source = (made: string) =>
      `function handler() { return { statusCode: 200, headers: { made: { value: '' + ${made} } } } }`
    const twice = (made: string) => [1, 2].map(() => runViewerRequest(source(made), request))
    const [first, second] = twice('{}')
    expect(second).toBe(first)
    const [one, other] = twice('Math.random()')
    expect(other).not.toEqual(one)
  })
})
