import { Entity } from 'electrodb'
import { perTable, type Table } from '#adapters/dynamo/table'

/** One person who has a course's editor open. It goes by itself when nothing is heard of it. */
export const editorEntity = perTable(
  (table: Table) =>
    new Entity(
      {
        model: { entity: 'editor', version: '1', service: 'lectern' },
        attributes: {
          courseId: { type: 'string', required: true },
          userId: { type: 'string', required: true },
          name: { type: 'string', required: true },
          lessonId: { type: 'string' },
          seenAt: { type: 'string', required: true },
          expiresAt: { type: 'number', required: true },
        },
        indexes: {
          ofCourse: {
            pk: { field: 'pk', composite: ['courseId'] },
            sk: { field: 'sk', composite: ['userId'] },
          },
        },
      },
      { table: table.name, client: table.client },
    ),
)
