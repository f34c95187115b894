import { CustomAttributeType, Entity, type EntityItem } from 'electrodb'
import { perTable, type Table } from '#adapters/dynamo/table'
import type { Publication } from '#core/courses/publishing/ports'
import { publicationKeys } from './keys.ts'

export const publicationEntity = perTable(
  (table: Table) =>
    new Entity(
      {
        ...publicationKeys,
        attributes: {
          courseId: { type: 'string', required: true },
          place: { type: 'string', required: true },
          entry: { type: CustomAttributeType<Publication>('any'), required: true },
        },
      },
      { table: table.name, client: table.client },
    ),
)

export type PublicationItem = EntityItem<ReturnType<typeof publicationEntity>>

/** Nine figures, so that they sort as numbers do. */
export const placeOf = (number: number): string => String(number).padStart(9, '0')
