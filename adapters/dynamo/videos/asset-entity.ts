import { CustomAttributeType, Entity, type EntityItem } from 'electrodb'
import { perTable, type Table } from '#adapters/dynamo/table'
import type { StoredAsset } from './asset-item.ts'
import { assetKeys } from './keys.ts'

/** The whole asset in one attribute, beside what its indexes and its machinery need. */
export const assetEntity = perTable(
  (table: Table) =>
    new Entity(
      {
        model: assetKeys.model,
        attributes: {
          id: { type: 'string', required: true },
          /** The course, or `none` for uploads that named no course. */
          shelf: { type: 'string', required: true },
          createdAt: { type: 'string', required: true },
          updatedAt: { type: 'string', required: true },
          state: { type: 'string' },
          /** `yes` while something of ours is to happen, so that what is stuck can be found. */
          underWay: { type: ['yes', 'no'] as const },
          /** When the watch is to look at it. */
          watchAt: { type: 'string' },
          asset: { type: CustomAttributeType<StoredAsset>('any'), required: true },
          etag: { type: 'string', required: true },
          sequencer: { type: 'string' },
          sha256: { type: 'string' },
          sha256Version: { type: 'number' },
          jobId: { type: 'string' },
          jobVersion: { type: 'number' },
          jobAttempt: { type: 'number' },
        },
        indexes: {
          ...assetKeys.indexes,
          onShelf: {
            index: 'gsi1',
            condition: ({ state }) => state !== 'deleting',
            pk: { field: 'gsi1pk', composite: ['shelf'] },
            sk: { field: 'gsi1sk', composite: ['createdAt', 'id'] },
          },
          /**
           * One partition: MediaConvert runs at most some hundred jobs at once and tells of each every ten
           * seconds, which is far from a partition's 1,000 writes a second.
           */
          ofThoseUnderWay: {
            index: 'gsi2',
            condition: ({ underWay }) => underWay === 'yes',
            pk: { field: 'gsi2pk', composite: ['underWay'] },
            sk: { field: 'gsi2sk', composite: ['watchAt', 'updatedAt', 'id'] },
          },
          byChange: {
            index: 'gsi3',
            pk: { field: 'gsi3pk', composite: ['shelf'] },
            sk: { field: 'gsi3sk', composite: ['updatedAt', 'id'] },
          },
        },
      },
      { table: table.name, client: table.client },
    ),
)

export type AssetEntityItem = EntityItem<ReturnType<typeof assetEntity>>
