import { Entity, type EntityItem } from 'electrodb'
import { perTable, type Table } from '#adapters/dynamo/table'
import { copyingKeys } from './keys.ts'

/** How the copying of a course stands: of each copy, for good. */
export const copyingEntity = perTable(
  (table: Table) =>
    new Entity(
      {
        ...copyingKeys,
        attributes: {
          courseId: { type: 'string', required: true },
          of: { type: 'string', required: true },
          state: { type: ['waiting', 'working', 'failed', 'done'] as const, required: true },
          outlined: { type: 'boolean', required: true },
          copied: { type: 'number', required: true },
          total: { type: 'number', required: true },
          missing: { type: 'list', items: { type: 'string' }, required: true },
          without: { type: 'boolean', required: true },
          startedAt: { type: 'string', required: true },
          updatedAt: { type: 'string', required: true },
        },
      },
      { table: table.name, client: table.client },
    ),
)

export type CopyingItem = EntityItem<ReturnType<typeof copyingEntity>>
