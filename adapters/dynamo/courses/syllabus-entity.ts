import { Entity, type EntityItem } from 'electrodb'
import { perTable, type Table } from '#adapters/dynamo/table'
import { syllabusKeys } from './keys.ts'

/**
 * A course's published lessons in one item, which holds 400 KB. They are text, because the SDK takes more
 * than four times as long over as many lists (180 and 41 ms for 1,000 lessons on a busy machine).
 */
export const syllabusEntity = perTable(
  (table: Table) =>
    new Entity(
      {
        ...syllabusKeys,
        attributes: {
          courseId: { type: 'string', required: true },
          version: { type: 'number', required: true },
          lessons: { type: 'string', required: true },
          /** Earlier versions knew no gates, and wrote none. */
          audiences: { type: 'string' },
          /** Of courses whose lessons open by rules. */
          release: { type: 'string' },
        },
      },
      { table: table.name, client: table.client },
    ),
)

export type SyllabusItem = EntityItem<ReturnType<typeof syllabusEntity>>
