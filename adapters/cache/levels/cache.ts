import type { Valkey } from '#adapters/cache/client/valkey'
import { PersonQuery } from './person-query.ts'
import type { Query } from './query.ts'
import { SharedQuery } from './shared-query.ts'
import { type Scope, Versions } from './versions.ts'
import type { CacheWatch } from './watch.ts'

/** What an execution environment remembers, in two levels: its memory, then Valkey. */
export interface Cache {
  shared<T>(query: Query<T>): SharedQuery<T>
  person<T>(query: Query<T>): PersonQuery<T>
  /** A write, and then everybody forgets what is stored of these, whatever became of it. */
  forgetting<T>(scopes: readonly Scope[], write: () => Promise<T>): Promise<T>
}

/** Null is a deployment without Valkey: what is a person's is read from the table, all else kept in memory. */
export function createCache(valkey: Valkey | null, watch: CacheWatch): Cache {
  const versions = valkey && new Versions(valkey, (error) => watch.onEvent('cache.refused', error))
  const deps = { valkey, versions, watch }
  const forgetful: ((of: string) => void)[] = []
  return {
    shared: (query) => {
      const remembered = new SharedQuery(query, deps)
      forgetful.push((of) => remembered.forget(of))
      return remembered
    },
    person: (query) => new PersonQuery(query, deps),
    forgetting: async (scopes, write) => {
      try {
        return await write()
      } finally {
        for (const { of } of scopes) for (const forget of forgetful) forget(of)
        await versions?.raise(scopes)
      }
    },
  }
}
