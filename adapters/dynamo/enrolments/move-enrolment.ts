import { Service } from 'electrodb'
import { commit } from '#adapters/dynamo/commit'
import type { Table } from '#adapters/dynamo/table'
import { type EnrolmentItem, enrolmentEntity, movedEnrolmentEntity } from './entity.ts'
import { hourOf } from './keys.ts'

/** Of a mark: whoever looked before a move looks again, at once. */
const KEPT_SECONDS = 24 * 3600

/** False where somebody else did it. */
export const moveEnrolment = (table: Table, item: EnrolmentItem): Promise<boolean> => {
  const both = new Service({
    enrolments: enrolmentEntity(table),
    marks: movedEnrolmentEntity(table),
  })
  const { id: enrolmentId, userId, courseId } = item
  const expiresAt = Math.floor(Date.now() / 1000) + KEPT_SECONDS
  return commit(() =>
    both.transaction
      .write(({ enrolments, marks }) => [
        enrolments.create({ ...item, activeHour: hourOf(item.activeAt, item.userId) }).commit(),
        marks
          .put({ userId, courseId, expiresAt })
          .where(({ id }, { eq }) => eq(id, enrolmentId))
          .commit(),
      ])
      .go(),
  )
}
