import { plainItems } from '#adapters/dynamo/plain-items'
import type { Table } from '#adapters/dynamo/table'
import type { AssetRepository } from '#core/videos/asset-ports'
import type { AssetEntityItem } from './asset-entity.ts'
import { toRecord } from './asset-item.ts'
import { assetKeys } from './keys.ts'

/** As learners ask for videos. */
export const createAssetReader = (table: Table): Pick<AssetRepository, 'get' | 'getRecord'> => {
  const assets = plainItems<AssetEntityItem>(table, assetKeys)
  const getRecord = async (id: string) => {
    const found = await assets.get({ id })
    return found && toRecord(found)
  }
  return { getRecord, get: async (id) => (await getRecord(id))?.asset ?? null }
}
