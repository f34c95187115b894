import { Service } from 'electrodb'
import { commit } from '#adapters/dynamo/commit'
import { getTogether } from '#adapters/dynamo/get-together'
import type { Table } from '#adapters/dynamo/table'
import {
  type EnrolmentItem,
  earlierEnrolmentEntity,
  enrolmentEntity,
  movedEnrolmentEntity,
} from './entity.ts'

/** Of a mark: whoever looked before a move looks again, at once. */
const KEPT_SECONDS = 24 * 3600

/** Answers the enrolment, where there is one; by then it lies where it belongs. */
export type MoveEarlier = (userId: string, courseId: string) => Promise<EnrolmentItem | null>

/** Brings an enrolment that an earlier version of Lectern wrote to where this one looks. For whoever found none there. */
export const createMoveEarlier = (table: Table): MoveEarlier => {
  const enrolments = enrolmentEntity(table)
  const earlier = earlierEnrolmentEntity(table)
  const both = new Service({ enrolments, marks: movedEnrolmentEntity(table) })

  const move = (item: EnrolmentItem) => {
    const { id: enrolmentId, userId, courseId } = item
    const expiresAt = Math.floor(Date.now() / 1000) + KEPT_SECONDS
    return commit(() =>
      both.transaction
        .write(({ enrolments, marks }) => [
          enrolments.create(item).commit(),
          marks
            .put({ userId, courseId, expiresAt })
            .where(({ id }, { eq }) => eq(id, enrolmentId))
            .commit(),
        ])
        .go(),
    )
  }

  return async (userId, courseId) => {
    const there = await getTogether(table, [earlier.get({ userId, courseId })])
    if (there.Items.length === 0) return null
    // By its key alone, a mark would be one as well.
    const [found] = earlier.parse(there, { ignoreOwnership: false }).data
    if (found && (await move(found))) return found
    // Somebody else moved it since we looked.
    const { data } = await enrolments.get({ userId, courseId }).go({ consistent: true })
    return data
  }
}
