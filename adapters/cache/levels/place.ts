import type { Reply } from '#adapters/cache/client/resp'
import { seal, unseal } from './envelope.ts'
import type { Query } from './query.ts'
import type { Scope } from './versions.ts'
import type { CacheWatch } from './watch.ts'

/** Where an answer to a query lies in Valkey. */
export interface Place<T> {
  readonly query: Query<T>
  readonly scope: Scope
  readonly key: string
}

export const placeOf = <T>(query: Query<T>, scope: Scope, name: string): Place<T> => ({
  query,
  scope,
  key: `lectern:{${scope.of}}:${query.name}:${scope.part}:${name}`,
})

/** An answer with its times, in milliseconds by the clock of whoever read it from the table. */
export interface Found<T> {
  /** Null is an answer too: there is none. */
  readonly value: T | null
  readonly storedAt: number
  readonly freshUntil: number
  readonly bytes: number
}

/** An answer that was just read, for memory and for Valkey. */
export interface Closed<T> {
  readonly found: Found<T>
  /** Seconds for which it is fresh. */
  readonly ttl: number
  /** As it is stored under a version of its scope. */
  seal(version: string): Buffer
}

/** What Valkey has at a place, if it is of this version, whole, and what it should be. */
export function open<T>(
  { query: { name, schema }, key }: Place<T>,
  version: string | null,
  reply: Reply | undefined,
  watch: CacheWatch,
): Found<T> | null {
  if (!version || !Buffer.isBuffer(reply)) return null
  try {
    const { text, storedAt, freshUntil, ...stored } = unseal(key, reply)
    if (stored.version !== version) return null
    const json: unknown = JSON.parse(text)
    const value = json === null ? null : schema().parse(json)
    return { value, storedAt, freshUntil, bytes: text.length }
  } catch (error) {
    watch.onEvent('cache.poisoned', new Error(`Of ${name}`, { cause: error }))
    return null
  }
}

/** `storedAt` is when its reading began, in milliseconds by the clock. */
export function close<T>(
  { query: { valkey, negative, plain }, key }: Place<T>,
  value: T | null,
  storedAt: number,
): Closed<T> {
  // Not all at once what was stored at once.
  const ttl = (value === null ? negative : valkey) * (1 - Math.random() / 10)
  const text = JSON.stringify(value !== null && plain ? plain(value) : value)
  const freshUntil = storedAt + ttl * 1_000
  return {
    found: { value, storedAt, freshUntil, bytes: text.length },
    ttl,
    seal: (version) => seal(key, { version, storedAt, freshUntil, text }),
  }
}
