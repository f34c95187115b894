import { LessonProgress } from '#contract/models/learning'
import type { EnrolmentRecord, LearningRepository } from '#core/ports/learning'
import { isConditionFailure } from './condition.ts'
import { withCursor } from './cursor.ts'
import { enrolmentEntity, progressEntity } from './entities/learning.ts'
import type { Table } from './table.ts'

export const createLearningRepository = (table: Table): LearningRepository => {
  const enrolments = enrolmentEntity(table)
  const progresses = progressEntity(table)

  return {
    getEnrolment: async (userId, courseId) => {
      const { data } = await enrolments.get({ userId, courseId }).go()
      return data ? toRecord(data) : null
    },
    createEnrolment: async ({ lastLessonId, lastActiveAt, ...enrolment }) => {
      try {
        await enrolments
          .create({
            ...enrolment,
            lastLessonId: lastLessonId ?? undefined,
            lastActiveAt: lastActiveAt ?? undefined,
            activeAt: lastActiveAt ?? enrolment.enrolledAt,
          })
          .go()
        return 'created'
      } catch (error) {
        if (isConditionFailure(error)) return 'exists'
        throw error
      }
    },
    deleteEnrolment: async (userId, courseId) => {
      await enrolments.delete({ userId, courseId }).go()
    },
    listEnrolments: (userId, { cursor, limit }) =>
      withCursor(cursor, async () => {
        const { data, cursor: next } = await enrolments.query
          .lastActive({ userId })
          .go({ order: 'desc', limit, cursor: cursor ?? null })
        return { items: data.map(toRecord), nextCursor: next }
      }),
    updateSummary: async (userId, courseId, summary) => {
      try {
        await enrolments
          .patch({ userId, courseId })
          .set({
            completedLessons: summary.completedLessons,
            ...(summary.lastLessonId ? { lastLessonId: summary.lastLessonId } : {}),
            ...(summary.lastActiveAt
              ? { lastActiveAt: summary.lastActiveAt, activeAt: summary.lastActiveAt }
              : {}),
          })
          .go()
      } catch (error) {
        // They left the course meanwhile; there is no summary to keep.
        if (!isConditionFailure(error)) throw error
      }
    },

    listProgress: async (userId, courseId) => {
      const { data } = await progresses.query
        .ofUserInCourse({ userId, courseId })
        .go({ pages: 'all', consistent: true })
      return data.map((item) => LessonProgress.parse(item))
    },
    saveProgress: async (userId, courseId, progress, expected) => {
      try {
        await progresses
          .put({ userId, courseId, ...progress })
          .where(({ updatedAt, completed }, { eq, ne, notExists }) => {
            if (expected === null) return notExists(updatedAt)
            // An older heartbeat may complete a lesson and leave `updatedAt` as it was.
            return progress.completed
              ? eq(updatedAt, expected)
              : `${eq(updatedAt, expected)} AND ${ne(completed, true)}`
          })
          .go()
        return true
      } catch (error) {
        if (isConditionFailure(error)) return false
        throw error
      }
    },
  }
}

type EnrolmentItem = Omit<EnrolmentRecord, 'id' | 'courseId' | 'lastLessonId' | 'lastActiveAt'> & {
  id: string
  courseId: string
  lastLessonId?: string | undefined
  lastActiveAt?: string | undefined
}

/** What the table holds was checked when it was written. */
const toRecord = (item: EnrolmentItem): EnrolmentRecord => ({
  id: item.id as EnrolmentRecord['id'],
  courseId: item.courseId as EnrolmentRecord['courseId'],
  userId: item.userId,
  enrolledAt: item.enrolledAt,
  completedLessons: item.completedLessons,
  lastLessonId: (item.lastLessonId ?? null) as EnrolmentRecord['lastLessonId'],
  lastActiveAt: item.lastActiveAt ?? null,
})
