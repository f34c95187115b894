import { Entity } from 'electrodb'
import { perTable, type Table } from '#adapters/dynamo/table'

/** Which asset an object of the ingest bucket is: the key is the guard of one asset for one object. */
export const sourceEntity = perTable(
  (table: Table) =>
    new Entity(
      {
        model: { entity: 'source', version: '1', service: 'lectern' },
        attributes: {
          sourceKey: { type: 'string', required: true },
          assetId: { type: 'string', required: true },
        },
        indexes: {
          byKey: {
            // S3 tells A.mp4 from a.mp4.
            pk: { field: 'pk', composite: ['sourceKey'], casing: 'none' },
            sk: { field: 'sk', composite: [] },
          },
        },
      },
      { table: table.name, client: table.client },
    ),
)

/** Which assets of all courses have the same bytes. */
export const contentEntity = perTable(
  (table: Table) =>
    new Entity(
      {
        model: { entity: 'content', version: '2', service: 'lectern' },
        attributes: {
          sha256: { type: 'string', required: true },
          assetId: { type: 'string', required: true },
        },
        indexes: {
          bySha256: {
            pk: { field: 'pk', composite: ['sha256'] },
            sk: { field: 'sk', composite: ['assetId'] },
          },
        },
      },
      { table: table.name, client: table.client },
    ),
)
