import { CustomAttributeType, Entity, type EntityItem } from 'electrodb'
import { perTable, type Table } from '#adapters/dynamo/table'
import type { NewsEntry } from '#core/notifications/ports'
import { courseNewsKeys } from './keys.ts'

export const courseNewsEntity = perTable(
  (table: Table) =>
    new Entity(
      {
        ...courseNewsKeys,
        attributes: {
          courseId: { type: 'string', required: true },
          courseTitle: { type: 'string', required: true },
          entries: { type: CustomAttributeType<NewsEntry[]>('any'), required: true },
          revision: { type: 'number', required: true },
        },
      },
      { table: table.name, client: table.client },
    ),
)

export type CourseNewsItem = EntityItem<ReturnType<typeof courseNewsEntity>>
