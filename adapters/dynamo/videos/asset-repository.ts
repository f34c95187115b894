import { Service } from 'electrodb'
import { commit } from '#adapters/dynamo/commit'
import { unlessRefused } from '#adapters/dynamo/condition'
import { withCursor } from '#adapters/dynamo/cursor'
import { getEvery } from '#adapters/dynamo/get-every'
import type { Table } from '#adapters/dynamo/table'
import type { Asset } from '#contract/videos/asset'
import type { Page, PageRequest } from '#core/platform/page'
import type { AssetRepository } from '#core/videos/asset-ports'
import { assetEntity } from './asset-entity.ts'
import { NO_COURSE, toAttributes, toRecord } from './asset-item.ts'
import { createAssetReader } from './asset-reader.ts'
import { contentEntity, sourceEntity } from './source-entity.ts'

/** As many uploads of the same content as are looked at. */
const CANDIDATES = 50

export const createAssetRepository = (table: Table): AssetRepository => {
  const assets = assetEntity(table)
  const sources = sourceEntity(table)
  const contents = contentEntity(table)
  const life = new Service({ assets, sources })

  const { get, getRecord } = createAssetReader(table)
  /** In this order, without those that are not there any more: the indexes hold ids alone. */
  const getRecords = async (ids: readonly { readonly id: string }[]) => {
    const keys = ids.map(({ id }) => ({ id }))
    const found = await getEvery(keys, (some) => assets.get(some).go({ consistent: true }))
    const records = new Map(found.map((item) => [item.id, toRecord(item)]))
    return ids.flatMap(({ id }) => records.get(id) ?? [])
  }
  const listShelf = (shelf: string, { cursor, limit }: PageRequest): Promise<Page<Asset>> =>
    withCursor(cursor, async () => {
      const { data, cursor: next } = await assets.query
        .onShelf({ shelf })
        .go({ order: 'desc', limit, cursor: cursor ?? null })
      const found = (await getRecords(data)).map(({ asset }) => asset)
      // The index may be late.
      return { items: found.filter(({ state }) => state !== 'deleting'), nextCursor: next }
    })

  return {
    get,
    getRecord,

    findBySource: async (sourceKey) => {
      const { data } = await sources.get({ sourceKey }).go({ consistent: true })
      return data && getRecord(data.assetId)
    },

    create: async (asset, write, instead) => {
      const created = await commit(() =>
        life.transaction
          .write(({ assets, sources }) => [
            assets.create({ ...toAttributes(asset), ...write, id: asset.id }).commit(),
            sources
              .put({ sourceKey: asset.sourceKey, assetId: asset.id })
              .where(({ assetId }, { eq, notExists }) =>
                instead ? `${notExists(assetId)} OR ${eq(assetId, instead)}` : notExists(assetId),
              )
              .commit(),
          ])
          .go(),
      )
      return created ? 'created' : 'exists'
    },

    save: (asset, expected) =>
      unlessRefused(
        assets
          .patch({ id: asset.id })
          .set(toAttributes(asset))
          .where(({ updatedAt }, { eq }) => (expected ? eq(updatedAt, expected.updatedAt) : ''))
          .go(),
      ),

    saveWrite: (record, asset, write) =>
      unlessRefused(
        assets
          .patch({ id: asset.id })
          .set({ ...toAttributes(asset), ...write })
          .where(({ updatedAt }, { eq }) => eq(updatedAt, record.asset.updatedAt))
          .go(),
      ),

    noteJob: async (id, job) => {
      await unlessRefused(
        assets
          .patch({ id })
          .set({ jobId: job.id, jobVersion: job.version, jobAttempt: job.attempt })
          .where(
            ({ jobVersion, jobAttempt }, { ne, notExists }) =>
              `${notExists(jobVersion)} OR ${ne(jobVersion, job.version)} OR ${ne(jobAttempt, job.attempt)}`,
          )
          .go(),
      )
    },

    noteContent: async (assetId, { sha256, version }) => {
      const before = (await getRecord(assetId))?.content
      if (before && before.sha256 !== sha256)
        await contents.delete({ sha256: before.sha256, assetId }).go()
      await contents.put({ sha256, assetId }).go()
      await unlessRefused(
        assets.patch({ id: assetId }).set({ sha256, sha256Version: version }).go(),
      )
    },

    findBySha256: async (sha256) => {
      const { data } = await contents.query
        .bySha256({ sha256 })
        .go({ order: 'desc', limit: CANDIDATES, consistent: true })
      return getRecords(data.map(({ assetId }) => ({ id: assetId })))
    },

    listByCourse: (courseId, page) => listShelf(courseId, page),
    listWithoutCourse: (page) => listShelf(NO_COURSE, page),
    listChanged: (shelf, since, { cursor, limit }) =>
      withCursor(cursor, async () => {
        const { data, cursor: next } = await assets.query
          .byChange({ shelf })
          .gte({ updatedAt: since })
          .go({ order: 'desc', limit, cursor: cursor ?? null })
        return { items: (await getRecords(data)).map(({ asset }) => asset), nextCursor: next }
      }),
    listToWatch: async (by, most) => {
      const { data } = await assets.query
        .ofThoseUnderWay({ underWay: 'yes' })
        .lte({ watchAt: by })
        .go({ count: most })
      return getRecords(data)
    },
    watchLater: ({ asset: { id, updatedAt } }, watchAt) =>
      unlessRefused(
        // As a part of the index's key `updatedAt` is a condition too.
        assets.patch({ id }).set({ watchAt }).composite({ underWay: 'yes', updatedAt }).go(),
      ),

    remove: async ({ asset, content }) => {
      const { id, sourceKey }: { id: string; sourceKey: string } = asset
      if (content) await contents.delete({ sha256: content.sha256, assetId: id }).go()
      // By now its key may be another asset's.
      await unlessRefused(
        sources
          .delete({ sourceKey })
          .where(({ assetId }, { eq }) => eq(assetId, id))
          .go(),
      )
      await assets.delete({ id }).go()
    },
  }
}
