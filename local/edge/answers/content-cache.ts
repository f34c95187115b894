import type { JsonObject } from '#local/assembly/json'
import { numberAt, objectAt, textAt } from '#local/assembly/json'
import { wildcard } from '#local/assembly/wildcard'

export interface CachedObject {
  /** An error's; an object has none. */
  readonly status?: number
  readonly body: Buffer
  readonly headers: Readonly<Record<string, string>>
}

/** Enough for the web client and a lecture's segments; a larger object is read each time. */
export const MAX_OBJECT_BYTES = 8 * 1024 * 1024
const MAX_TOTAL_BYTES = 128 * 1024 * 1024

export interface ContentCache {
  /** By the address, with what of the query counts; after a space what else tells answers of it apart. */
  get(uri: string): CachedObject | undefined
  set(uri: string, object: CachedObject, seconds: number): void
  /** Forgets the objects of a path; `*` is any text. */
  invalidate(pathPattern: string): void
}

/** What the edge location keeps, in memory; the least recently used leaves first. */
export function createContentCache(now: () => number = Date.now): ContentCache {
  const entries = new Map<string, { object: CachedObject; until: number }>()
  let total = 0
  const drop = (uri: string) => {
    total -= entries.get(uri)?.object.body.length ?? 0
    entries.delete(uri)
  }
  return {
    get(uri) {
      const entry = entries.get(uri)
      if (!entry) return undefined
      if (entry.until <= now()) {
        drop(uri)
        return undefined
      }
      entries.delete(uri)
      entries.set(uri, entry)
      return entry.object
    },
    set(uri, object, seconds) {
      drop(uri)
      entries.set(uri, { object, until: now() + seconds * 1000 })
      total += object.body.length
      for (const oldest of entries.keys()) {
        if (total <= MAX_TOTAL_BYTES) break
        drop(oldest)
      }
    },
    invalidate(pathPattern) {
      const pattern = wildcard(pathPattern)
      for (const uri of [...entries.keys()])
        if (pattern.test(uri.split(' ', 1)[0] ?? uri)) drop(uri)
    },
  }
}

const CACHING_DISABLED = '4135ea2d-6df8-44a3-9df3-4b5a84be39ad'
const CACHING_OPTIMIZED = '658327ea-f89d-4fab-a63d-7e88639e58f6'

/** AWS's managed policies, by their ids. */
export const MANAGED_CACHE_POLICIES: Readonly<Record<string, JsonObject>> = {
  [CACHING_DISABLED]: { MinTTL: 0, DefaultTTL: 0, MaxTTL: 0 },
  [CACHING_OPTIMIZED]: {
    MinTTL: 1,
    DefaultTTL: 86_400,
    MaxTTL: 31_536_000,
    ParametersInCacheKeyAndForwardedToOrigin: {
      EnableAcceptEncodingBrotli: true,
      EnableAcceptEncodingGzip: true,
    },
  },
}

/** Seconds that an object is kept: what its origin says, within the policy's bounds. */
export function secondsToKeep(policy: JsonObject, cacheControl: string): number {
  const least = numberAt(policy, 'MinTTL') ?? 0
  const most = numberAt(policy, 'MaxTTL') ?? 31_536_000
  if (/\b(no-store|no-cache|private)\b/.test(cacheControl)) return least === 0 ? 0 : least
  const declared = cacheControl.match(/s-maxage=(\d+)/) ?? cacheControl.match(/max-age=(\d+)/)
  const wanted = declared ? Number(declared[1]) : (numberAt(policy, 'DefaultTTL') ?? 86_400)
  return Math.min(Math.max(wanted, least), most)
}

/** What a policy has the edge compress with. Where nothing is kept at all, nothing is compressed. */
export const compressionsOf = (policy: JsonObject): ('br' | 'gzip')[] => {
  if (numberAt(policy, 'MaxTTL') === 0) return []
  const part = objectAt(policy, 'ParametersInCacheKeyAndForwardedToOrigin')
  return [
    ...(textAt(part, 'EnableAcceptEncodingBrotli') === 'true' ? (['br'] as const) : []),
    ...(textAt(part, 'EnableAcceptEncodingGzip') === 'true' ? (['gzip'] as const) : []),
  ]
}
