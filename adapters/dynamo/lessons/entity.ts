import { CustomAttributeType, Entity } from 'electrodb'
import { perTable, type Table } from '#adapters/dynamo/table'
import { versionedAttributes } from '#adapters/dynamo/versioned'
import type { Audience } from '#contract/lessons/gate/audience'
import { LessonKind } from '#contract/lessons/kinds/index'
import type { Rules } from '#contract/rules/rule'
import { fieldsOfKinds } from './kinds.ts'

/** Of what was deleted: with what else, and until when it is kept. */
const removedAttributes = {
  removed: { type: 'string' },
  expiresAt: { type: 'number' },
} as const

export const moduleEntity = perTable(
  (table: Table) =>
    new Entity(
      {
        model: { entity: 'module', version: '1', service: 'lectern' },
        attributes: {
          id: { type: 'string', required: true },
          courseId: { type: 'string', required: true },
          title: { type: 'string', required: true },
          position: { type: 'number', required: true },
          rules: { type: CustomAttributeType<Rules>('any') },
          ...versionedAttributes,
          ...removedAttributes,
        },
        indexes: {
          ofCourse: {
            collection: 'outline',
            pk: { field: 'pk', composite: ['courseId'] },
            sk: { field: 'sk', composite: ['id'] },
          },
        },
      },
      { table: table.name, client: table.client },
    ),
)

export const lessonEntity = perTable(
  (table: Table) =>
    new Entity(
      {
        model: { entity: 'lesson', version: '1', service: 'lectern' },
        attributes: {
          id: { type: 'string', required: true },
          courseId: { type: 'string', required: true },
          moduleId: { type: 'string', required: true },
          title: { type: 'string', required: true },
          position: { type: 'number', required: true },
          ...versionedAttributes,
          ...removedAttributes,
          kind: { type: LessonKind.options, required: true },
          audience: { type: CustomAttributeType<Audience>('any') },
          rules: { type: CustomAttributeType<Rules>('any') },
          ...fieldsOfKinds,
        },
        indexes: {
          ofCourse: {
            collection: 'outline',
            pk: { field: 'pk', composite: ['courseId'] },
            sk: { field: 'sk', composite: ['id'] },
          },
        },
      },
      { table: table.name, client: table.client },
    ),
)
