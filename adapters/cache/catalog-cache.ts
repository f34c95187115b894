import { BentoCache, bentostore } from 'bentocache'
import { memoryDriver } from 'bentocache/drivers/memory'
import type { CatalogueCache } from '#core/courses/ports'
import { reasonOf } from './reason-of.ts'
import { valkeyDriver } from './valkey-driver.ts'

/** Nobody can invalidate another environment's memory, so it is short. */
const MEMORY_TTL = '5s'
/** The page of a course with 2,000 long titles is more than a megabyte. */
const MEMORY_SIZE = '100mb'
const VALKEY_TTL = '60s'
const TAG = 'catalogue'

/** Valkey forgets at once, each environment's memory within seconds. */
export interface CatalogCache extends CatalogueCache {
  close(): Promise<void>
}

/**
 * The catalogue's public answers in two levels. One read at a time fills a key; with Valkey away,
 * reads go through to the table. An empty `url` is memory alone.
 */
export const createCatalogCache = (
  url: string,
  onError: (error: Error) => void = () => undefined,
): CatalogCache => {
  const near = new BentoCache({
    default: 'memory',
    stores: {
      memory: bentostore({ ttl: MEMORY_TTL }).useL1Layer(
        memoryDriver({ maxItems: 1000, maxSize: MEMORY_SIZE }),
      ),
    },
  })
  const far = url
    ? new BentoCache({
        default: 'valkey',
        stores: {
          valkey: bentostore({
            ttl: VALKEY_TTL,
            prefix: 'lectern',
            suppressL2Errors: true,
          }).useL2Layer(valkeyDriver(url, onError)),
        },
      })
    : null

  return {
    remember: async (key, read) => {
      try {
        return await near.getOrSet({
          key,
          tags: [TAG],
          factory: () => (far ? far.getOrSet({ key, tags: [TAG], factory: read }) : read()),
        })
      } catch (error) {
        throw reasonOf(error)
      }
    },
    forgetAll: async () => {
      await near.deleteByTag({ tags: [TAG] })
      // What Valkey could not be told ends there by its TTL; publishing does not fail for it.
      await far?.deleteByTag({ tags: [TAG] }).catch(onError)
    },
    close: async () => {
      await near.disconnectAll()
      await far?.disconnectAll()
    },
  }
}
