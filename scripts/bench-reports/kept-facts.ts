import { z } from 'zod'
import type { FactStore } from '#core/reports/facts/ports'

/** Facts in memory, to be put away when all are worked out. */
export function keepFacts(): FactStore & { putAway(store: FactStore): Promise<number> } {
  const kept = new Map<string, unknown>()
  return {
    read: async (key, schema) => (kept.has(key) ? schema.parse(kept.get(key)) : null),
    update: async (key, _, change) => {
      // Whoever changes it wrote it, so it is of that schema; to parse a month for each of its days takes too long.
      const before = kept.get(key) as Parameters<typeof change>[0] | undefined
      kept.set(key, change(before ?? null))
    },
    putAway: async (store) => {
      for (const [key, fact] of kept) await store.update(key, z.unknown(), () => fact)
      return kept.size
    },
  }
}
