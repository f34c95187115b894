import { Entity, type EntityItem } from 'electrodb'
import { perTable, type Table } from '#adapters/dynamo/table'
import { codeKeys, codeTriesKeys } from './code-keys.ts'

export const codeEntity = perTable(
  (table: Table) =>
    new Entity(
      {
        ...codeKeys,
        attributes: {
          courseId: { type: 'string', required: true },
          id: { type: 'string', required: true },
          code: { type: 'string', required: true },
          label: { type: 'string', required: true },
          madeAt: { type: 'string', required: true },
          /** Empty while it enrols. */
          stoppedAt: { type: 'string', required: true },
          used: { type: 'number', required: true },
        },
      },
      { table: table.name, client: table.client },
    ),
)

export type CodeItem = EntityItem<ReturnType<typeof codeEntity>>

export const codeTriesEntity = perTable(
  (table: Table) =>
    new Entity(
      {
        ...codeTriesKeys,
        attributes: {
          userId: { type: 'string', required: true },
          hour: { type: 'string', required: true },
          tries: { type: 'number', required: true },
          /** When the table deletes it, in seconds. */
          expiresAt: { type: 'number', required: true },
        },
      },
      { table: table.name, client: table.client },
    ),
)

export type CodeTriesItem = EntityItem<ReturnType<typeof codeTriesEntity>>
