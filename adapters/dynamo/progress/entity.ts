import { CustomAttributeType, Entity, type EntityItem } from 'electrodb'
import { perTable, type Table } from '#adapters/dynamo/table'
import type { WatchedRanges } from '#contract/progress/progress'
import type { Beat } from '#core/progress/beat'
import { progressKeys } from './keys.ts'

export const progressEntity = perTable(
  (table: Table) =>
    new Entity(
      {
        ...progressKeys,
        attributes: {
          userId: { type: 'string', required: true },
          courseId: { type: 'string', required: true },
          lessonId: { type: 'string', required: true },
          positionSeconds: { type: 'number', required: true },
          watched: { type: CustomAttributeType<WatchedRanges>('any') },
          completed: { type: 'boolean', required: true },
          updatedAt: { type: 'string', required: true },
          /** How often it was written. */
          revision: { type: 'number' },
          /** Of the heartbeat that wrote it, for what is recorded. */
          beat: { type: CustomAttributeType<Beat>('any') },
        },
      },
      { table: table.name, client: table.client },
    ),
)

export type ProgressItem = EntityItem<ReturnType<typeof progressEntity>>
