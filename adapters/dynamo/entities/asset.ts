import { CustomAttributeType, Entity } from 'electrodb'
import type { Asset } from '#contract/models/asset'
import type { Table } from '../table.ts'

/** The whole asset in one attribute, beside what its indexes need. */
export const assetEntity = (table: Table) =>
  new Entity(
    {
      model: { entity: 'asset', version: '1', service: 'lectern' },
      attributes: {
        id: { type: 'string', required: true },
        /** The course, or `none` for uploads that named no course. */
        shelf: { type: 'string', required: true },
        etag: { type: 'string', required: true },
        sizeBytes: { type: 'number', required: true, padding: { length: 15, char: '0' } },
        createdAt: { type: 'string', required: true },
        updatedAt: { type: 'string', required: true },
        asset: { type: CustomAttributeType<Asset>('any'), required: true },
      },
      indexes: {
        byId: { pk: { field: 'pk', composite: ['id'] }, sk: { field: 'sk', composite: [] } },
        onShelf: {
          index: 'gsi1',
          pk: { field: 'gsi1pk', composite: ['shelf'] },
          sk: { field: 'gsi1sk', composite: ['createdAt', 'id'] },
        },
        byContent: {
          index: 'gsi2',
          pk: { field: 'gsi2pk', composite: ['shelf', 'etag', 'sizeBytes'] },
          sk: { field: 'gsi2sk', composite: ['createdAt'] },
        },
      },
    },
    { table: table.name, client: table.client },
  )
