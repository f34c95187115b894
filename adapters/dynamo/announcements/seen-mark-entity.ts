import { Entity, type EntityItem } from 'electrodb'
import { perTable, type Table } from '#adapters/dynamo/table'
import { seenMarkKeys } from './keys.ts'

export const seenMarkEntity = perTable(
  (table: Table) =>
    new Entity(
      {
        ...seenMarkKeys,
        attributes: {
          userId: { type: 'string', required: true },
          courseId: { type: 'string', required: true },
          seenAt: { type: 'string' },
          /** Whether the bell is silent about the course. */
          muted: { type: 'boolean' },
        },
      },
      { table: table.name, client: table.client },
    ),
)

export type SeenMarkItem = EntityItem<ReturnType<typeof seenMarkEntity>>
