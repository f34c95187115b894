import { Entity, type EntityItem } from 'electrodb'
import { perTable, type Table } from '#adapters/dynamo/table'
import { rosterEntryKeys } from './keys.ts'

export const rosterEntryEntity = perTable(
  (table: Table) =>
    new Entity(
      {
        ...rosterEntryKeys,
        attributes: {
          courseId: { type: 'string', required: true },
          /** The list, what is looked for, and whose it is, so that people of one name have each their own. */
          entry: { type: 'string', required: true },
          userId: { type: 'string', required: true },
        },
      },
      { table: table.name, client: table.client },
    ),
)

export type RosterEntryItem = EntityItem<ReturnType<typeof rosterEntryEntity>>
