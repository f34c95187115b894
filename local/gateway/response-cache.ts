import type { Answer } from './send-result.ts'

/** API Gateway caches no response past this size. */
const MAX_RESPONSE_BYTES = 1024 * 1024
/** Of bodies. Half a gigabyte is the smallest cluster that there is, and too much for a laptop. */
const MAX_TOTAL_BYTES = 32 * 1024 * 1024

export interface ResponseCache {
  get(key: string): Answer | undefined
  set(key: string, answer: Answer, seconds: number): void
}

/** The stage's cache cluster, within a bound: the oldest entry leaves first. */
export function createResponseCache(now: () => number = Date.now): ResponseCache {
  const entries = new Map<string, { answer: Answer; until: number }>()
  let total = 0
  const drop = (key: string) => {
    const entry = entries.get(key)
    if (entry) total -= bytesOf(key, entry.answer)
    entries.delete(key)
  }
  return {
    get(key) {
      const entry = entries.get(key)
      if (entry && entry.until > now()) return entry.answer
      drop(key)
      return undefined
    },
    set(key, answer, seconds) {
      if (answer.body.length > MAX_RESPONSE_BYTES) return
      drop(key)
      entries.set(key, { answer, until: now() + seconds * 1000 })
      total += bytesOf(key, answer)
      for (const oldest of entries.keys()) {
        if (total <= MAX_TOTAL_BYTES) break
        drop(oldest)
      }
    },
  }
}

/** Beside its body an entry has its key, its headers and itself. */
const bytesOf = (key: string, { body }: Answer) => body.length + key.length + 1024
