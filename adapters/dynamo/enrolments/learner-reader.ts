import { getTogether } from '#adapters/dynamo/get-together'
import { progressItems } from '#adapters/dynamo/progress/items'
import { readLearned } from '#adapters/dynamo/progress/read-learned'
import { createFindSettled } from '#adapters/dynamo/progress/repository'
import { progressOf, toStored } from '#adapters/dynamo/progress/stored'
import type { Table } from '#adapters/dynamo/table'
import type { LearnerReader } from '#core/progress/ports'
import type { EnrolmentItem } from './entity.ts'
import { enrolmentItems } from './items.ts'
import { createMoveEarlier } from './move-earlier.ts'
import { toRecord } from './repository.ts'

/**
 * As the table says now: one request, another for whoever is not enrolled, and another for a lesson that has no item of
 * its own: one that was not begun, or that settled.
 */
export const createLearnerReader = (table: Table): LearnerReader => {
  const enrolments = enrolmentItems(table)
  const progresses = progressItems(table)
  const findSettled = createFindSettled(table)
  const moveEarlier = createMoveEarlier(table)
  const recordOf = async (item: EnrolmentItem | undefined, userId: string, courseId: string) => {
    const found = item ?? (await moveEarlier(userId, courseId))
    return found && toRecord(found)
  }

  return {
    inCourse: async (userId, courseId) => {
      const found = await readLearned(table, { userId, courseId })
      return {
        enrolment: await recordOf(enrolments.read(found)[0], userId, courseId),
        progress: progressOf(found),
      }
    },
    atLesson: async (userId, courseId, lessonId) => {
      const found = await getTogether(table, [
        enrolments.key({ userId, courseId }),
        progresses.key({ userId, courseId, lessonId }),
      ])
      const [stored] = progresses.read(found)
      const enrolment = await recordOf(enrolments.read(found)[0], userId, courseId)
      if (stored || !enrolment) return { enrolment, stored: stored ? toStored(stored) : null }
      return { enrolment, stored: await findSettled(userId, courseId, lessonId) }
    },
  }
}
