import type { EnrolmentItem } from '#adapters/dynamo/enrolments/entity'
import { enrolmentItems } from '#adapters/dynamo/enrolments/items'
import { enrolmentKeys, hourOf } from '#adapters/dynamo/enrolments/keys'
import { createMoveEarlier } from '#adapters/dynamo/enrolments/move-earlier'
import { getTogether } from '#adapters/dynamo/get-together'
import { plainItems } from '#adapters/dynamo/plain-items'
import type { RosterEntryItem } from '#adapters/dynamo/roster/entity'
import { entryOf, rosterEntryKeys } from '#adapters/dynamo/roster/keys'
import { createRosterIndex } from '#adapters/dynamo/roster/roster-index'
import type { Table } from '#adapters/dynamo/table'
import type { RosterMender } from '#core/enrolments/ports'

/** As `BatchGetItem` takes them. */
const AT_ONCE = 100

/** Also for what stood before there was a roster: no enrolment of then is in any of its lists. */
export const createRosterMender = (table: Table): RosterMender => {
  const enrolments = enrolmentItems(table)
  const entries = plainItems<RosterEntryItem>(table, rosterEntryKeys)
  const index = createRosterIndex(table)
  const moveEarlier = createMoveEarlier(table)
  const { ofCourse } = rosterEntryKeys.indexes

  const found = async (userIds: readonly string[], courseId: string): Promise<EnrolmentItem[]> => {
    const keys = userIds.map((userId) => enrolments.key({ userId, courseId }))
    const there = enrolments.read(await getTogether(table, keys))
    const seen = new Set(there.map(({ userId }) => userId))
    for (const userId of userIds.filter((one) => !seen.has(one))) {
      const moved = await moveEarlier(userId, courseId)
      if (moved) there.push(moved)
    }
    return there
  }

  return {
    mend: async (courseId) => {
      const [enrolled, listed] = await Promise.all([
        enrolments.queryAll(enrolmentKeys.indexes.ofCourse, { courseId }),
        entries.queryAll(ofCourse, { courseId, entry: entryOf('name', '') }),
      ])
      const known = new Set(listed.map(({ userId }) => userId))
      const missing = enrolled.map(({ userId }) => userId).filter((userId) => !known.has(userId))
      let mended = 0
      for (let at = 0; at < missing.length; at += AT_ONCE) {
        const some = await found(missing.slice(at, at + AT_ONCE), courseId)
        for (const { userId, activeAt, activeHour } of some)
          if (activeHour === undefined)
            await enrolments.update(
              { userId, courseId },
              { activeAt, activeHour: hourOf(activeAt, userId) },
              // Whoever was active since is in the list by that.
              { holds: 'attribute_not_exists(activeHour)' },
            )
        await index.apply(
          courseId,
          some.map(({ userId, name = '', address = '' }) => ({
            ...{ userId, name, address, isEnrolled: true },
          })),
        )
        mended += some.length
      }
      return mended
    },
  }
}
