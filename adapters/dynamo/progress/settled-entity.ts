import { CustomAttributeType, Entity, type EntityItem } from 'electrodb'
import { perTable, type Table } from '#adapters/dynamo/table'
import { settledProgressKeys } from './keys.ts'

/** Lessons of a learner in a course that nobody works at: many in one item. */
export const settledProgressEntity = perTable(
  (table: Table) =>
    new Entity(
      {
        ...settledProgressKeys,
        attributes: {
          userId: { type: 'string', required: true },
          courseId: { type: 'string', required: true },
          lessons: { type: CustomAttributeType<Uint8Array>('any'), required: true },
          /** How often it was written. */
          revision: { type: 'number', required: true },
        },
      },
      { table: table.name, client: table.client },
    ),
)

export type SettledProgressItem = EntityItem<ReturnType<typeof settledProgressEntity>>
