import { BentoCache, bentostore } from 'bentocache'
import { memoryDriver } from 'bentocache/drivers/memory'
import type { Asset } from '#contract/videos/asset'
import type { Syllabus, SyllabusReader } from '#core/courses/syllabus-ports'
import { liveSource } from '#core/videos/source/known-source'
import { reasonOf } from './reason-of.ts'

/** A lesson that was removed takes heartbeats for this long still, and a replaced video keeps its length. */
const TTL = '30s'
/** A syllabus of 100 lessons is some 20 kB here. */
const MAX_ITEMS = 1000

/**
 * Syllabuses and lengths in this environment's memory. Every heartbeat asks for one of each, and a busy
 * environment serves many learners of few courses. A syllabus of 1,000 lessons took 14 ms to read and
 * 0.01 ms from here (on one machine with other work, November 2026), beside the 20 read units it costs.
 */
export const createSyllabusReader = (sources: {
  readonly readSyllabus: (courseId: string) => Promise<Syllabus | null>
  readonly readAsset: (assetId: string) => Promise<Asset | null>
}): SyllabusReader => {
  const cache = new BentoCache({
    default: 'memory',
    stores: {
      // Kept as they are: to read a long syllabus from text for each heartbeat would cost what is saved.
      memory: bentostore({ ttl: TTL }).useL1Layer(
        memoryDriver({ maxItems: MAX_ITEMS, serialize: false }),
      ),
    },
  })
  const remember = async <T>(key: string, factory: () => Promise<T>, forceFresh = false) => {
    try {
      return await cache.getOrSet({ key, factory, forceFresh })
    } catch (error) {
      throw reasonOf(error)
    }
  }
  return {
    get: async (courseId, enough = () => true) => {
      const read = () => sources.readSyllabus(courseId)
      const known = await remember(`syllabus:${courseId}`, read)
      return known && enough(known) ? known : remember(`syllabus:${courseId}`, read, true)
    },
    liveDuration: (assetId) =>
      remember(`duration:${assetId}`, async () => liveDurationOf(await sources.readAsset(assetId))),
  }
}

const liveDurationOf = (asset: Asset | null): number | null =>
  asset && (liveSource(asset)?.durationSeconds ?? null)
