import type { Valkey } from '#adapters/cache/client/valkey'
import { close, open, type Place, placeOf } from './place.ts'
import type { Query } from './query.ts'
import { isSettled, type Scope, type Versions, versionKey, versionOf } from './versions.ts'
import type { CacheWatch } from './watch.ts'

export interface PersonQueryDeps {
  readonly valkey: Valkey | null
  readonly versions: Versions | null
  readonly watch: CacheWatch
}

/**
 * Answers that are one person's, in Valkey alone. An answer counts under the version that its scope has at the
 * primary now, wherever it was read itself; whatever is not certain is read from the table.
 */
export class PersonQuery<T> {
  readonly #query: Query<T>
  readonly #deps: PersonQueryDeps

  constructor(query: Query<T>, deps: PersonQueryDeps) {
    this.#query = query
    this.#deps = deps
  }

  async read(scope: Scope, name: string, load: () => Promise<T | null>): Promise<T | null> {
    const { versions, watch } = this.#deps
    const place = placeOf(this.#query, scope, name)
    const known = await this.#ask(place)
    if (known?.found) {
      watch.onRead?.(this.#query.name, 'valkey')
      return known.found.value
    }
    const storedAt = Date.now()
    const value = await load()
    watch.onRead?.(this.#query.name, 'table')
    if (known && isSettled(known.version, this.#query.settles, storedAt)) {
      const { ttl, seal } = close(place, value, storedAt)
      if (ttl > 0) await versions?.fill(place, known.version, seal, ttl)
    }
    return value
  }

  /** Null when Valkey is no help. */
  async #ask(place: Place<T>) {
    const { valkey, versions, watch } = this.#deps
    // While this environment has something to tell, what is stored may be from before it.
    if (!valkey || !(await versions?.areTold())) return null
    const { primary } = valkey
    try {
      const { version, value } = await bothOf(valkey, place)
      const found = open(place, version, value, watch)
      // An illness may have kept others from saying what they wrote.
      const isSure = found && found.freshUntil > Date.now() && found.storedAt > primary.wellSince
      return { version, found: isSure ? found : null }
    } catch {
      return null
    }
  }
}

/** By one command where there is one node for both. */
async function bothOf<T>({ primary, reader }: Valkey, { scope, key }: Place<T>) {
  const at = versionKey(scope)
  if (primary === reader) {
    const reply = await primary.send(at, ['MGET', at, key])
    const [version, value] = Array.isArray(reply) ? reply : []
    return { version: versionOf(version), value }
  }
  const [version, value] = await Promise.all([
    primary.send(at, ['GET', at]),
    reader.send(key, ['GET', key]).catch(() => null),
  ])
  return { version: versionOf(version), value }
}
