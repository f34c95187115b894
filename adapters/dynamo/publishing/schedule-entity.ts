import { CustomAttributeType, Entity, type EntityItem } from 'electrodb'
import { perTable, type Table } from '#adapters/dynamo/table'
import type { Said } from '#contract/words/said'
import { scheduleKeys } from './keys.ts'

export const scheduleEntity = perTable(
  (table: Table) =>
    new Entity(
      {
        ...scheduleKeys,
        attributes: {
          courseId: { type: 'string', required: true },
          at: { type: 'string', required: true },
          userId: { type: 'string', required: true },
          by: { type: 'string', required: true },
          /** Why it was not published at its time. */
          failure: { type: CustomAttributeType<Said>('any') },
          /** `yes` puts it into the index of what is due. */
          waiting: { type: ['yes', 'no'] as const, required: true },
        },
      },
      { table: table.name, client: table.client },
    ),
)

export type ScheduleItem = EntityItem<ReturnType<typeof scheduleEntity>>
