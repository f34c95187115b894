import { Entity } from 'electrodb'
import { perTable, type Table } from '#adapters/dynamo/table'

/** How many are enrolled in a course: some hundred bytes that no index holds. */
export const enrolmentCountEntity = perTable(
  (table: Table) =>
    new Entity(
      {
        model: { entity: 'enrolmentcount', version: '1', service: 'lectern' },
        attributes: {
          courseId: { type: 'string', required: true },
          enrolled: { type: 'number', required: true },
        },
        indexes: {
          ofCourse: {
            pk: { field: 'pk', composite: ['courseId'] },
            sk: { field: 'sk', composite: [] },
          },
        },
      },
      { table: table.name, client: table.client },
    ),
)

/**
 * That somebody was counted. Written in one transaction with the count, so that both always agree. In parts,
 * since a partition takes 1,000 write units a second and whole schools enrol at once.
 */
export const memberEntity = perTable(
  (table: Table) =>
    new Entity(
      {
        model: { entity: 'member', version: '1', service: 'lectern' },
        attributes: {
          courseId: { type: 'string', required: true },
          part: { type: 'number', required: true },
          userId: { type: 'string', required: true },
        },
        indexes: {
          ofCourse: {
            pk: { field: 'pk', composite: ['courseId', 'part'] },
            sk: { field: 'sk', composite: ['userId'] },
          },
        },
      },
      { table: table.name, client: table.client },
    ),
)
