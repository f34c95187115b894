import { commitPlain, type PlainWrite } from '#adapters/dynamo/commit'
import { IS_NOT_THERE, plainItems } from '#adapters/dynamo/plain-items'
import type { Table } from '#adapters/dynamo/table'
import type { EnrolmentCounter, MembershipChange } from '#core/enrolments/ports'
import type { EnrolmentCountItem, MemberItem } from './count-entity.ts'
import { enrolmentCountKeys, memberKeys, memberOf } from './keys.ts'

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

  /** Who left by an enrolment is still counted where they came back by another. */
  const counted = (courseId: string, change: MembershipChange): PlainWrite => {
    const { userId, enrolmentId, isEnrolled } = change
    const member = memberOf(courseId, userId)
    return isEnrolled
      ? members.toPut({ ...member, enrolmentId }, IS_NOT_THERE)
      : members.toDelete(member, {
          holds:
            'attribute_exists(userId) AND (attribute_not_exists(enrolmentId) OR enrolmentId = :gone)',
          values: { gone: enrolmentId },
        })
  }
  const applySome = async (courseId: string, some: readonly MembershipChange[]): Promise<void> => {
    if (some.length === 0) return
    const by = some.reduce((sum, { isEnrolled }) => sum + (isEnrolled ? 1 : -1), 0)
    const refused = await commitPlain(table, [
      ...some.map((change) => counted(courseId, change)),
      counts.toAdd({ courseId }, { enrolled: by }),
    ])
    if (refused) {
      const left = some.filter((_, at) => !refused.includes(at))
      await applySome(courseId, left)
    }
  }

  return {
    apply: async (courseId, changes) => {
      for (const turn of inTurns(changes))
        for (let at = 0; at < turn.length; at += AT_ONCE)
          await applySome(courseId, turn.slice(at, at + AT_ONCE))
    },
    // Once in a while, by another function than the one that counts.
    recount: async (courseId) => (await import('./recount.ts')).recount(table, courseId),
  }
}

/** Of everybody's changes the first, then the second: a transaction holds an item once. */
function inTurns(changes: readonly MembershipChange[]): MembershipChange[][] {
  const turns: MembershipChange[][] = []
  const seen = new Map<string, number>()
  for (const change of changes) {
    const turn = seen.get(change.userId) ?? 0
    seen.set(change.userId, turn + 1)
    turns[turn] = [...(turns[turn] ?? []), change]
  }
  return turns
}
