import type { APIGatewayProxyResult } from 'aws-lambda'

/** API Gateway caches no response past this size. */
const MAX_RESPONSE_BYTES = 1024 * 1024
const MAX_ENTRIES = 2000

export interface ResponseCache {
  get(key: string): APIGatewayProxyResult | undefined
  set(key: string, result: APIGatewayProxyResult, seconds: number): void
}

/** The stage's cache cluster, within a bound: the oldest entry leaves first. */
export function createResponseCache(now: () => number = Date.now): ResponseCache {
  const entries = new Map<string, { result: APIGatewayProxyResult; until: number }>()
  return {
    get(key) {
      const entry = entries.get(key)
      if (entry && entry.until > now()) return entry.result
      entries.delete(key)
      return undefined
    },
    set(key, result, seconds) {
      if (Buffer.byteLength(result.body) > MAX_RESPONSE_BYTES) return
      entries.set(key, { result, until: now() + seconds * 1000 })
      const oldest = entries.keys().next().value
      if (entries.size > MAX_ENTRIES && oldest !== undefined) entries.delete(oldest)
    },
  }
}
