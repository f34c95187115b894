import { Entity, type EntityItem } from 'electrodb'
import type { Table } from '#adapters/dynamo/table'

export const enrolmentEntity = (table: Table) =>
  new Entity(
    {
      model: { entity: 'enrolment', version: '1', service: 'lectern' },
      attributes: {
        id: { type: 'string', required: true },
        courseId: { type: 'string', required: true },
        userId: { type: 'string', required: true },
        enrolledAt: { type: 'string', required: true },
        completedLessons: { type: 'number', required: true, default: 0 },
        countedVersion: { type: 'number' },
        lastLessonId: { type: 'string' },
        lastActiveAt: { type: 'string' },
        /** `lastActiveAt`, or the enrolment before there is one: orders "my courses". */
        activeAt: { type: 'string', required: true },
      },
      indexes: {
        ofUser: {
          pk: { field: 'pk', composite: ['userId'] },
          sk: { field: 'sk', composite: ['courseId'] },
        },
        lastActive: {
          index: 'gsi1',
          pk: { field: 'gsi1pk', composite: ['userId'] },
          sk: { field: 'gsi1sk', composite: ['activeAt'] },
        },
        /** For the recount alone. None of it changes, so activity costs it nothing. */
        ofCourse: {
          index: 'gsi2',
          pk: { field: 'gsi2pk', composite: ['courseId'] },
          sk: { field: 'gsi2sk', composite: ['userId'] },
        },
      },
    },
    { table: table.name, client: table.client },
  )

export type EnrolmentItem = EntityItem<ReturnType<typeof enrolmentEntity>>
