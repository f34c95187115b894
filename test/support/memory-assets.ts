import type { Asset } from '#contract/videos/asset'
import type { Page } from '#core/platform/page'
import type { AssetRecord, AssetRepository } from '#core/videos/asset-ports'
import { watchAt } from '#core/videos/watch/watch-time'

/** The asset repository in memory; the connected tests hold the real one to the same. */
export function memoryAssets() {
  const records = new Map<string, AssetRecord>()
  const sources = new Map<string, string>()
  /** When the watch is to look again, as long as nobody saved it since. */
  const watched = new Map<string, { updatedAt: string; at: string }>()
  /** Each runs once, just before a save: what somebody else does meanwhile. */
  const rivals: (() => void)[] = []
  const get = (id: string) => records.get(id) ?? null
  const change = (id: string, facts: Partial<AssetRecord>) => {
    const record = get(id)
    if (record) records.set(id, { ...record, ...facts })
  }
  const newestFirst = () =>
    [...records.values()].sort((a, b) => (a.asset.createdAt < b.asset.createdAt ? 1 : -1))
  const page = <T>(items: T[]): Page<T> => ({ items, nextCursor: null })

  const assets: AssetRepository = {
    get: async (id) => get(id)?.asset ?? null,
    getRecord: async (id) => get(id),
    findBySource: async (key) => get(sources.get(key) ?? ''),
    create: async (asset, write, instead) => {
      const owner = sources.get(asset.sourceKey)
      if (records.has(asset.id) || (owner && owner !== instead)) return 'exists'
      records.set(asset.id, { asset, write, content: null, job: null })
      sources.set(asset.sourceKey, asset.id)
      return 'created'
    },
    save: async (asset, expected) => {
      rivals.shift()?.()
      const stored = get(asset.id)
      if (!stored || (expected && stored.asset.updatedAt !== expected.updatedAt)) return false
      records.set(asset.id, { ...stored, asset })
      return true
    },
    saveWrite: async (record, asset, write) => {
      const stored = get(asset.id)
      if (stored?.asset.updatedAt !== record.asset.updatedAt) return false
      records.set(asset.id, { ...stored, asset, write })
      return true
    },
    noteJob: async (id, job) => {
      const noted = get(id)?.job
      if (noted?.version !== job.version || noted.attempt !== job.attempt) change(id, { job })
    },
    noteContent: async (id, content) => change(id, { content }),
    findBySha256: async (sha256) =>
      newestFirst().filter(({ content }) => content?.sha256 === sha256),
    listByCourse: async (courseId) =>
      page(
        newestFirst()
          .map(({ asset }) => asset)
          .filter((asset) => asset.courseId === courseId && asset.state !== 'deleting'),
      ),
    listChanged: async (courseId, since) =>
      page(
        newestFirst()
          .map(({ asset }) => asset)
          .filter((asset) => asset.courseId === courseId && asset.updatedAt >= since),
      ),
    listWithoutCourse: async () =>
      page(newestFirst().flatMap(({ asset }) => (asset.courseId ? [] : asset))),
    listToWatch: async (by, most) => {
      const due = [...records.values()].flatMap((record) => {
        const { id, updatedAt } = record.asset
        const later = watched.get(id)
        const at = later?.updatedAt === updatedAt ? later.at : watchAt(record.asset)
        return at !== null && at <= by ? [{ record, order: `${at} ${updatedAt} ${id}` }] : []
      })
      due.sort((a, b) => (a.order < b.order ? -1 : 1))
      return due.slice(0, most).map(({ record }) => record)
    },
    watchLater: async ({ asset: { id, updatedAt } }, at) => {
      if (get(id)?.asset.updatedAt !== updatedAt) return false
      watched.set(id, { updatedAt, at })
      return true
    },
    remove: async ({ asset }) => {
      records.delete(asset.id)
      if (sources.get(asset.sourceKey) === asset.id) sources.delete(asset.sourceKey)
    },
  }
  return {
    assets,
    rivals,
    records,
    put(asset: Asset) {
      const stored = get(asset.id) ?? {
        write: { etag: 'etag-1', sequencer: '0001' },
        content: null,
        job: null,
      }
      records.set(asset.id, { ...stored, asset })
      sources.set(asset.sourceKey, asset.id)
    },
    all: () => [...records.values()].map(({ asset }) => asset),
  }
}
