import { withCursor } from '#adapters/dynamo/cursor'
import { plainItems } from '#adapters/dynamo/plain-items'
import type { Table } from '#adapters/dynamo/table'
import type { Publications } from '#core/courses/publishing/ports'
import { type PublicationItem, placeOf } from './entity.ts'
import { publicationKeys } from './keys.ts'

/** Reads what publishing wrote, in the same transaction as the course's version. */
export const createPublications = (table: Table): Publications => {
  const items = plainItems<PublicationItem>(table, publicationKeys)
  const list: Publications['list'] = (courseId, { cursor, limit }) =>
    withCursor(cursor, async () => {
      const page = await items.query(
        publicationKeys.indexes.ofCourse,
        { courseId },
        { limit, cursor, newestFirst: true },
      )
      return { items: page.items.map(({ entry }) => entry), nextCursor: page.nextCursor }
    })
  return {
    list,
    last: async (courseId) => (await list(courseId, { limit: 1 })).items[0] ?? null,
    get: async (courseId, number) =>
      (await items.get({ courseId, place: placeOf(number) }))?.entry ?? null,
  }
}
