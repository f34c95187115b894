import { createProgressRepository } from '#adapters/dynamo/progress/repository'
import type { Table } from '#adapters/dynamo/table'
import type { LearnerReader } from '#core/progress/ports'
import { createEnrolmentRepository } from './repository.ts'

/** As the table says now. */
export const createLearnerReader = (table: Table): LearnerReader => {
  const enrolments = createEnrolmentRepository(table)
  const progresses = createProgressRepository(table)

  return {
    inCourse: async (userId, courseId) => {
      const [enrolment, progress] = await Promise.all([
        enrolments.get(userId, courseId),
        progresses.list(userId, courseId),
      ])
      return { enrolment, progress }
    },
    atLesson: async (userId, courseId, lessonId) => {
      const [enrolment, stored] = await Promise.all([
        enrolments.get(userId, courseId),
        progresses.get(userId, courseId, lessonId),
      ])
      return { enrolment, stored }
    },
  }
}
