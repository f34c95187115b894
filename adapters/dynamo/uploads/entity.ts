import { Entity } from 'electrodb'
import { perTable, type Table } from '#adapters/dynamo/table'

/** An upload in parts as it was begun, for S3 does not know what the parts are to come to. */
export const uploadEntity = perTable(
  (table: Table) =>
    new Entity(
      {
        model: { entity: 'upload', version: '1', service: 'lectern' },
        attributes: {
          uploadId: { type: 'string', required: true },
          courseId: { type: 'string', required: true },
          key: { type: 'string', required: true },
          mark: { type: 'string', required: true },
          sizeBytes: { type: 'number', required: true },
          partSizeBytes: { type: 'number', required: true },
          partCount: { type: 'number', required: true },
          /** Seconds since 1970, when the table may delete it. */
          expiresAt: { type: 'number', required: true },
        },
        indexes: {
          byId: {
            // S3's ids tell A from a.
            pk: { field: 'pk', composite: ['uploadId'], casing: 'none' },
            sk: { field: 'sk', composite: [] },
          },
        },
      },
      { table: table.name, client: table.client },
    ),
)
