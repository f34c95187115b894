import { getTogether } from '#adapters/dynamo/get-together'
import { progressEntity } from '#adapters/dynamo/progress/entity'
import { progressOf, toStored } from '#adapters/dynamo/progress/repository'
import { readPartition } from '#adapters/dynamo/read-partition'
import type { Table } from '#adapters/dynamo/table'
import type { LearnerReader } from '#core/progress/ports'
import { type EnrolmentItem, enrolmentEntity } from './entity.ts'
import { createMoveEarlier } from './move-earlier.ts'
import { toRecord } from './repository.ts'

/** As the table says now: one request, and another for whoever is not enrolled. */
export const createLearnerReader = (table: Table): LearnerReader => {
  const enrolments = enrolmentEntity(table)
  const progresses = progressEntity(table)
  const moveEarlier = createMoveEarlier(table)
  const recordOf = async (item: EnrolmentItem | undefined, userId: string, courseId: string) => {
    const found = item ?? (await moveEarlier(userId, courseId))
    return found && toRecord(found)
  }

  return {
    inCourse: async (userId, courseId) => {
      const found = await readPartition(table, enrolments.get({ userId, courseId }))
      return {
        enrolment: await recordOf(enrolments.parse(found).data[0], userId, courseId),
        progress: progressOf(found),
      }
    },
    atLesson: async (userId, courseId, lessonId) => {
      const found = await getTogether(table, [
        enrolments.get({ userId, courseId }),
        progresses.get({ userId, courseId, lessonId }),
      ])
      const [stored] = progresses.parse(found).data
      return {
        enrolment: await recordOf(enrolments.parse(found).data[0], userId, courseId),
        stored: stored ? toStored(stored) : null,
      }
    },
  }
}
