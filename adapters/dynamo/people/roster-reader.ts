import { withCursor } from '#adapters/dynamo/cursor'
import type { EnrolmentItem } from '#adapters/dynamo/enrolments/entity'
import { enrolmentItems } from '#adapters/dynamo/enrolments/items'
import { enrolmentKeys } from '#adapters/dynamo/enrolments/keys'
import { toRecord } from '#adapters/dynamo/enrolments/repository'
import { getTogether, type Key } from '#adapters/dynamo/get-together'
import { plainItems } from '#adapters/dynamo/plain-items'
import type { RosterEntryItem } from '#adapters/dynamo/roster/entity'
import { entryOf, type RosterList, rosterEntryKeys } from '#adapters/dynamo/roster/keys'
import type { Table } from '#adapters/dynamo/table'
import type { RosterReader } from '#core/enrolments/roster/ports'
import { folded } from '#core/people/search-terms'
import type { PageRequest } from '#core/platform/page'

/** One query of a list, and one request for the enrolments that it names, as they are now. */
export const createRosterReader = (table: Table): RosterReader => {
  const enrolments = enrolmentItems(table)
  const entries = plainItems<RosterEntryItem>(table, rosterEntryKeys)

  /** In the order of their keys; who left since is none of them. */
  const readAll = async (keys: readonly Key[]): Promise<EnrolmentItem[]> => {
    const distinct = new Map(keys.map((key) => [`${key.pk} ${key.sk}`, key]))
    const found = enrolments.read(await getTogether(table, [...distinct.values()]))
    const byKey = new Map(
      found.map((item) => {
        const { pk, sk } = enrolments.key(item)
        return [`${pk} ${sk}`, item]
      }),
    )
    return [...distinct.keys()].flatMap((key) => byKey.get(key) ?? [])
  }
  const listed = (courseId: string, list: RosterList, text: string, page: PageRequest) =>
    withCursor(page.cursor, async () => {
      const of = { courseId, entry: entryOf(list, text) }
      const { items, nextCursor } = await entries.query(rosterEntryKeys.indexes.ofCourse, of, page)
      const keys = items.map(({ userId }) => enrolments.key({ userId, courseId }))
      return { items: (await readAll(keys)).map(toRecord), nextCursor }
    })

  return {
    byActivity: (courseId, page) =>
      withCursor(page.cursor, async () => {
        const { keys, nextCursor } = await enrolments.queryKeys(
          enrolmentKeys.indexes.activeIn,
          { courseId },
          { ...page, newestFirst: true },
        )
        const found = await readAll(keys)
        // The index knows the hour.
        const items = found.sort((one, other) => (one.activeAt < other.activeAt ? 1 : -1))
        return { items: items.map(toRecord), nextCursor }
      }),
    byName: (courseId, page) => listed(courseId, 'name', '', page),
    named: (courseId, text, page) => listed(courseId, 'word', folded(text), page),
    addressed: (courseId, text, page) => listed(courseId, 'address', folded(text), page),
  }
}
