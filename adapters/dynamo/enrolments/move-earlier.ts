import { getTogether } from '#adapters/dynamo/get-together'
import type { Table } from '#adapters/dynamo/table'
import type { EnrolmentItem } from './entity.ts'
import { earlierEnrolmentItems, enrolmentItems } from './items.ts'

/** Answers the enrolment, where there is one; by then it lies where it belongs. */
export type MoveEarlier = (userId: string, courseId: string) => Promise<EnrolmentItem | null>

/** Brings an enrolment that an earlier version of Lectern wrote to where this one looks. For whoever found none there. */
export const createMoveEarlier = (table: Table): MoveEarlier => {
  const enrolments = enrolmentItems(table)
  const earlier = earlierEnrolmentItems(table)

  return async (userId, courseId) => {
    const there = await getTogether(table, [earlier.key({ userId, courseId })])
    if (there.Items.length === 0) return null
    // A mark has the same key, and is another entity's.
    const [found] = earlier.read(there)
    if (found) {
      // Each is moved once, and few are left: no start loads what moves them.
      const { moveEnrolment } = await import('./move-enrolment.ts')
      if (await moveEnrolment(table, found)) return found
    }
    // Somebody else moved it since we looked.
    return enrolments.get({ userId, courseId })
  }
}
