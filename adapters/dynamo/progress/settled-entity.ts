import { CustomAttributeType, Entity } from 'electrodb'
import { perTable, type Table } from '#adapters/dynamo/table'
import { SETTLED } from './settled.ts'

/** Lessons of a learner in a course that nobody works at: many in one item. */
export const settledProgressEntity = perTable(
  (table: Table) =>
    new Entity(
      {
        model: { entity: SETTLED, version: '1', service: 'lectern' },
        attributes: {
          userId: { type: 'string', required: true },
          courseId: { type: 'string', required: true },
          lessons: { type: CustomAttributeType<Uint8Array>('any'), required: true },
          /** How often it was written. */
          revision: { type: 'number', required: true },
        },
        indexes: {
          ofUserInCourse: {
            pk: { field: 'pk', composite: ['userId', 'courseId'] },
            sk: { field: 'sk', composite: [] },
          },
        },
      },
      { table: table.name, client: table.client },
    ),
)
