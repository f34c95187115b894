import { onTestFinished } from 'vitest'
import { z } from 'zod'
import { openValkey } from '#adapters/cache/client/valkey'
import { createCache } from '#adapters/cache/levels/cache'
import type { Query } from '#adapters/cache/levels/query'
import type { Level } from '#adapters/cache/levels/watch'
import type { ValkeyPlace } from '#contract/platform/valkey-place'

export type Place = NonNullable<ValkeyPlace>

export const placeAt = (port: number, changed: Partial<Place> = {}): Place => ({
  primary: `127.0.0.1:${port}`,
  reader: `127.0.0.1:${port}`,
  tls: false,
  isCluster: false,
  user: null,
  ...changed,
})

/** A query of texts, remembered for a minute everywhere. */
export const texts = (changed: Partial<Query<string>> = {}): Query<string> => ({
  name: 'text.1',
  memory: 60,
  valkey: 60,
  negative: 60,
  grace: 600,
  settles: 0,
  schema: () => z.string(),
  ...changed,
})

/** What an execution environment has, until the test ends. */
export function openEnvironment(place: ValkeyPlace) {
  const errors: Error[] = []
  const events: string[] = []
  const levels: Level[] = []
  const valkey = openValkey(place, { onError: (error) => errors.push(error) })
  onTestFinished(() => valkey?.close())
  const cache = createCache(valkey, {
    onEvent: (event) => events.push(event),
    onRead: (_, level) => levels.push(level),
  })
  return { valkey, cache, errors, events, levels }
}
export type Environment = ReturnType<typeof openEnvironment>
