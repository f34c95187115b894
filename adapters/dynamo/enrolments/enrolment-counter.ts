import { commitPlain, type PlainWrite } from '#adapters/dynamo/commit'
import { IS_NOT_THERE, plainItems } from '#adapters/dynamo/plain-items'
import type { Table } from '#adapters/dynamo/table'
import type { EnrolmentCounter } from '#core/enrolments/ports'
import type { EnrolmentCountItem, MemberItem } from './count-entity.ts'
import { enrolmentCountKeys, memberKeys } from './keys.ts'
import { memberOf } from './member-part.ts'

/** A transaction holds 100 items, and the count is one. */
const AT_ONCE = 99

/**
 * Some hundred enrolments cost the count one write, so even the 1,000 write units of its one partition are
 * far away, and it needs no parts. Whoever was counted before makes the transaction fail and is left out of
 * the next, which makes a batch that comes again cost nothing but the attempt.
 */
export const createEnrolmentCounter = (table: Table): EnrolmentCounter => {
  const members = plainItems<MemberItem>(table, memberKeys)
  const counts = plainItems<EnrolmentCountItem>(table, enrolmentCountKeys)

  const counted = (courseId: string, userId: string, isEnrolled: boolean): PlainWrite => {
    const member = memberOf(courseId, userId)
    return isEnrolled
      ? members.toPut(member, IS_NOT_THERE)
      : members.toDelete(member, { holds: 'attribute_exists(userId)' })
  }
  const applySome = async (courseId: string, some: [string, boolean][]): Promise<void> => {
    if (some.length === 0) return
    const by = some.reduce((sum, [, enrolled]) => sum + (enrolled ? 1 : -1), 0)
    const refused = await commitPlain(table, [
      ...some.map(([userId, enrolled]) => counted(courseId, userId, enrolled)),
      counts.toAdd({ courseId }, { enrolled: by }),
    ])
    if (refused) {
      const left = some.filter((_, at) => !refused.includes(at))
      await applySome(courseId, left)
    }
  }

  return {
    apply: async (courseId, memberships) => {
      const all = [...memberships]
      for (let at = 0; at < all.length; at += AT_ONCE)
        await applySome(courseId, all.slice(at, at + AT_ONCE))
    },
    // Once in a while, by another function than the one that counts.
    recount: async (courseId) => (await import('./recount.ts')).recount(table, courseId),
  }
}
