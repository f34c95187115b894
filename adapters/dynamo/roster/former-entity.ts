import { Entity, type EntityItem } from 'electrodb'
import { perTable, type Table } from '#adapters/dynamo/table'
import { formerEnrolmentKeys } from './keys.ts'

/** What stays of an enrolment that ended, where something has to: for undoing it, or because teachers bound it. */
export const formerEnrolmentEntity = perTable(
  (table: Table) =>
    new Entity(
      {
        ...formerEnrolmentKeys,
        attributes: {
          userId: { type: 'string', required: true },
          courseId: { type: 'string', required: true },
          id: { type: 'string', required: true },
          enrolledAt: { type: 'string', required: true },
          name: { type: 'string' },
          address: { type: 'string' },
          suspendedAt: { type: 'string' },
          endsOn: { type: 'string' },
          endsZone: { type: 'string' },
          /** Until when it can be undone: seconds, by which the table deletes it. What binds has none. */
          expiresAt: { type: 'number' },
          /** The same as an instant. */
          undoUntil: { type: 'string' },
        },
      },
      { table: table.name, client: table.client },
    ),
)

export type FormerEnrolmentItem = EntityItem<ReturnType<typeof formerEnrolmentEntity>>
