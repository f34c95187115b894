import { commitPlain, type PlainWrite } from '#adapters/dynamo/commit'
import { IS_NOT_THERE, plainItems } from '#adapters/dynamo/plain-items'
import type { Table } from '#adapters/dynamo/table'
import type { EnrolmentCountItem, MemberItem } from './count-entity.ts'
import type { EnrolmentItem } from './entity.ts'
import { enrolmentItems } from './items.ts'
import { enrolmentCountKeys, memberKeys, memberOf } from './keys.ts'

/**
 * Enrolments in a course that takes only so many: whoever comes in is counted with the enrolment, under the condition that
 * there is a place. In all other courses the count follows the table's stream, and nobody waits for it.
 */
export const createPlaces = (table: Table) => {
  const enrolments = enrolmentItems(table)
  const members = plainItems<MemberItem>(table, memberKeys)
  const counts = plainItems<EnrolmentCountItem>(table, enrolmentCountKeys)

  return {
    /** `unbounded` where the course takes any number by now: nothing is written then. */
    enter: async (
      item: EnrolmentItem,
      beside: readonly PlainWrite[],
    ): Promise<'created' | 'exists' | 'full' | 'unbounded'> => {
      const { courseId, userId, id: enrolmentId } = item
      const member = { ...memberOf(courseId, userId), enrolmentId }
      const enrolment = enrolments.toPut(item, IS_NOT_THERE)
      const refused = await commitPlain(table, [
        enrolment,
        members.toPut(member, IS_NOT_THERE),
        counts.toAdd({ courseId }, { enrolled: 1 }, { holds: 'enrolled < places' }),
        ...beside,
      ])
      if (!refused) return 'created'
      if (refused.includes(0)) return 'exists'
      // Whoever left a moment ago is counted still, and so has a place.
      if (refused.includes(1)) {
        const isThere = { holds: 'attribute_exists(userId)' }
        const counted = members.toPut(member, isThere)
        const back = await commitPlain(table, [enrolment, counted, ...beside])
        if (!back) return 'created'
        return back.includes(0) ? 'exists' : 'full'
      }
      const count = await counts.get({ courseId })
      return count?.places === undefined ? 'unbounded' : 'full'
    },
    /** Whoever leaves gives the place back at once. False, and nothing is written, where none was counted. */
    leave: async (
      userId: string,
      courseId: string,
      beside: readonly PlainWrite[],
    ): Promise<boolean> => {
      const found = await enrolments.get({ userId, courseId })
      const count = found && (await counts.get({ courseId }))
      if (!found || count?.places === undefined) return false
      const mine = { values: { mine: found.id } }
      return !(await commitPlain(table, [
        enrolments.toDelete({ userId, courseId }, { ...mine, holds: 'id = :mine' }),
        members.toDelete(memberOf(courseId, userId), { ...mine, holds: 'enrolmentId = :mine' }),
        counts.toAdd({ courseId }, { enrolled: -1 }),
        ...beside,
      ]))
    },
  }
}
