import { openValkey, type Valkey } from '#adapters/cache/client/valkey'
import { type Cache, createCache } from '#adapters/cache/levels/cache'
import type { ValkeyPlace } from '#contract/platform/valkey-place'
import { createValkeyCredentials } from './valkey-credentials.ts'

interface Log {
  warn(event: string, error: Error): void
}

/** What an execution environment remembers, and the connections to Valkey that it does that with. */
export function openCache(place: ValkeyPlace, log: Log): { valkey: Valkey | null; cache: Cache } {
  const valkey = openValkey(place, {
    onError: (error) => log.warn('valkey.unwell', error),
    ...(place?.user && { signIn: createValkeyCredentials(place.user) }),
  })
  return {
    valkey,
    cache: createCache(valkey, { onEvent: (event, error) => log.warn(event, error) }),
  }
}
