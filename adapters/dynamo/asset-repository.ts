import type { Asset } from '#contract/models/asset'
import type { AssetRepository } from '#core/ports/assets'
import type { Page, PageRequest } from '#core/ports/page'
import { isConditionFailure } from './condition.ts'
import { withCursor } from './cursor.ts'
import { assetEntity } from './entities/asset.ts'
import type { Table } from './table.ts'

const NO_COURSE = 'none'

export const createAssetRepository = (table: Table): AssetRepository => {
  const entity = assetEntity(table)

  const listShelf = (shelf: string, { cursor, limit }: PageRequest): Promise<Page<Asset>> =>
    withCursor(cursor, async () => {
      const { data, cursor: next } = await entity.query
        .onShelf({ shelf })
        .go({ order: 'desc', limit, cursor: cursor ?? null })
      return { items: data.map((item) => item.asset), nextCursor: next }
    })

  return {
    get: async (id) => (await entity.get({ id }).go({ consistent: true })).data?.asset ?? null,

    create: async (asset, etag) => {
      try {
        await entity
          .create({
            id: asset.id,
            shelf: asset.courseId ?? NO_COURSE,
            etag,
            sizeBytes: asset.sizeBytes,
            createdAt: asset.createdAt,
            updatedAt: asset.updatedAt,
            asset,
          })
          .go()
        return 'created'
      } catch (error) {
        if (isConditionFailure(error)) return 'exists'
        throw error
      }
    },

    save: async (asset, expected) => {
      try {
        await entity
          .patch({ id: asset.id })
          .set({ asset, updatedAt: asset.updatedAt })
          .where(({ updatedAt }, { eq }) => (expected ? eq(updatedAt, expected.updatedAt) : ''))
          .go()
        return true
      } catch (error) {
        if (isConditionFailure(error)) return false
        throw error
      }
    },

    findByContent: async (shelf, etag, sizeBytes) => {
      const { data } = await entity.query
        .byContent({ shelf, etag, sizeBytes })
        .go({ order: 'desc', limit: 1 })
      return data[0]?.asset ?? null
    },

    listByCourse: (courseId, page) => listShelf(courseId, page),
    listWithoutCourse: (page) => listShelf(NO_COURSE, page),
  }
}
