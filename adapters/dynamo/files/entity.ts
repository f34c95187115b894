import { CustomAttributeType, Entity } from 'electrodb'
import { perTable, type Table } from '#adapters/dynamo/table'
import type { CourseFile } from '#contract/files/file'

/** A file of a course, whole in one attribute. `shelf` is its course. */
export const fileEntity = perTable(
  (table: Table) =>
    new Entity(
      {
        model: { entity: 'file', version: '1', service: 'lectern' },
        attributes: {
          shelf: { type: 'string', required: true },
          id: { type: 'string', required: true },
          state: { type: ['arriving', 'ready', 'refused'] as const, required: true },
          file: { type: CustomAttributeType<CourseFile>('any'), required: true },
          /** Seconds since 1970, when the table may delete it; of what is ready none. */
          expiresAt: { type: 'number' },
        },
        indexes: {
          onShelf: {
            pk: { field: 'pk', composite: ['shelf'] },
            // Ids begin with their time.
            sk: { field: 'sk', composite: ['id'] },
          },
        },
      },
      { table: table.name, client: table.client },
    ),
)
