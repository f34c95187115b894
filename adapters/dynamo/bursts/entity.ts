import { Entity, type EntityItem } from 'electrodb'
import { perTable, type Table } from '#adapters/dynamo/table'
import { burstKeys } from './keys.ts'

export const burstEntity = perTable(
  (table: Table) =>
    new Entity(
      {
        ...burstKeys,
        attributes: {
          courseId: { type: 'string', required: true },
          kind: { type: 'string', required: true },
          /** The time, by its quarter of an hour. */
          id: { type: 'string', required: true },
          /** Of the time, in UTC. */
          day: { type: 'string', required: true },
          /** When the table deletes it, in seconds. */
          expiresAt: { type: 'number', required: true },
        },
      },
      { table: table.name, client: table.client },
    ),
)

export type BurstItem = EntityItem<ReturnType<typeof burstEntity>>
