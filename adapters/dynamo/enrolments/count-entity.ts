import { Entity, type EntityItem } from 'electrodb'
import { perTable, type Table } from '#adapters/dynamo/table'
import { enrolmentCountKeys, memberKeys } from './keys.ts'

/** How many are enrolled in a course, and how many may be: some hundred bytes that no index holds. */
export const enrolmentCountEntity = perTable(
  (table: Table) =>
    new Entity(
      {
        ...enrolmentCountKeys,
        attributes: {
          courseId: { type: 'string', required: true },
          enrolled: { type: 'number', required: true },
          /** Of a course that takes no more than these. */
          places: { type: 'number' },
        },
      },
      { table: table.name, client: table.client },
    ),
)

export type EnrolmentCountItem = EntityItem<ReturnType<typeof enrolmentCountEntity>>

/**
 * That somebody was counted. Written in one transaction with the count, so that both always agree. In parts,
 * since a partition takes 1,000 write units a second and whole schools enrol at once.
 */
export const memberEntity = perTable(
  (table: Table) =>
    new Entity(
      {
        ...memberKeys,
        attributes: {
          courseId: { type: 'string', required: true },
          part: { type: 'number', required: true },
          userId: { type: 'string', required: true },
          /** By which it was counted; earlier versions noted none. */
          enrolmentId: { type: 'string' },
        },
      },
      { table: table.name, client: table.client },
    ),
)

export type MemberItem = EntityItem<ReturnType<typeof memberEntity>>
