import { describe, expect, test } from 'vitest'
import { createResponseCache } from '#local/gateway/response-cache'
import { answerOf } from '#local/gateway/send-result'

const MEBIBYTE = 1024 * 1024
const answer = (bytes: number) => answerOf({ statusCode: 200, body: 'x'.repeat(bytes) })

describe('the gateway’s cache', () => {
  test('holds so many bytes, and lets the oldest go', () => {
    const cache = createResponseCache()
    for (let at = 0; at < 40; at += 1) cache.set(`/${at}`, answer(MEBIBYTE), 60)
    expect(cache.get('/0')).toBeUndefined()
    const kept = Array.from({ length: 40 }, (_, at) => cache.get(`/${at}`)).filter(Boolean)
    expect(kept).toHaveLength(31)
    expect(cache.get('/39')).toBeDefined()
  })

  test('counts an answer once that is set again', () => {
    const cache = createResponseCache()
    cache.set('/other', answer(MEBIBYTE), 60)
    for (let times = 0; times < 40; times += 1) cache.set('/same', answer(MEBIBYTE), 60)
    expect(cache.get('/other')).toBeDefined()
  })

  test('keeps nothing past a mebibyte, and nothing past its time', () => {
    let now = 0
    const cache = createResponseCache(() => now)
    cache.set('/large', answer(MEBIBYTE + 1), 60)
    expect(cache.get('/large')).toBeUndefined()
    cache.set('/small', answer(1), 60)
    now = 59_999
    expect(cache.get('/small')).toBeDefined()
    now = 60_000
    expect(cache.get('/small')).toBeUndefined()
  })
})
