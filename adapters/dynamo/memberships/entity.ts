import { CustomAttributeType, Entity, type EntityItem } from 'electrodb'
import { perTable, type Table } from '#adapters/dynamo/table'
import { type AssistantRight, teamRoles } from '#contract/people/course-rights'
import { membershipKeys } from './keys.ts'

export const membershipEntity = perTable(
  (table: Table) =>
    new Entity(
      {
        ...membershipKeys,
        attributes: {
          courseId: { type: 'string', required: true },
          userId: { type: 'string', required: true },
          name: { type: 'string', required: true },
          role: { type: teamRoles, required: true },
          rights: { type: CustomAttributeType<AssistantRight[]>('any'), required: true },
          addedAt: { type: 'string', required: true },
          revision: { type: 'number', required: true },
        },
      },
      { table: table.name, client: table.client },
    ),
)

export type MembershipItem = EntityItem<ReturnType<typeof membershipEntity>>
