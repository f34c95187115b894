import { isConditionFailure } from '#adapters/dynamo/condition'
import { withCursor } from '#adapters/dynamo/cursor'
import type { Table } from '#adapters/dynamo/table'
import { CourseId, EnrolmentId, LessonId } from '#contract/platform/ids'
import { LessonProgress } from '#contract/progress/progress'
import type { EnrolmentRecord, LearningRepository } from '#core/progress/ports'
import { type EnrolmentItem, enrolmentEntity, progressEntity } from './entity.ts'

export const createLearningRepository = (table: Table): LearningRepository => {
  const enrolments = enrolmentEntity(table)
  const progresses = progressEntity(table)

  return {
    getEnrolment: async (userId, courseId) => {
      const { data } = await enrolments.get({ userId, courseId }).go({ consistent: true })
      return data ? toRecord(data) : null
    },
    createEnrolment: async ({ lastLessonId, lastActiveAt, countedVersion, ...enrolment }) => {
      try {
        await enrolments
          .create({
            ...enrolment,
            countedVersion: countedVersion ?? undefined,
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
    touchEnrolment: async (userId, courseId, { lessonId, at }) => {
      await unlessRefused(
        enrolments
          .patch({ userId, courseId })
          .set({ lastLessonId: lessonId, lastActiveAt: at, activeAt: at })
          .where(
            ({ lastActiveAt }, { lt, notExists }) =>
              `${notExists(lastActiveAt)} OR ${lt(lastActiveAt, at)}`,
          )
          .go(),
      )
    },
    setCompletedLessons: async (userId, courseId, count) => {
      await unlessRefused(
        enrolments
          .patch({ userId, courseId })
          .set(count)
          .where(
            ({ countedVersion, completedLessons }, { eq, lt, notExists }) =>
              `${notExists(countedVersion)} OR ${lt(countedVersion, count.countedVersion)} OR (${eq(
                countedVersion,
                count.countedVersion,
              )} AND ${lt(completedLessons, count.completedLessons)})`,
          )
          .go(),
      )
    },

    listProgress: async (userId, courseId) => {
      const { data } = await progresses.query
        .ofUserInCourse({ userId, courseId })
        .go({ pages: 'all', consistent: true })
      return data.map((item) => LessonProgress.parse(item))
    },
    getProgress: async (userId, courseId, lessonId) => {
      const { data } = await progresses.get({ userId, courseId, lessonId }).go({ consistent: true })
      return data ? { progress: LessonProgress.parse(data), revision: data.revision ?? 0 } : null
    },
    saveProgress: (userId, courseId, progress, revision) =>
      unlessRefused(
        progresses
          .put({ userId, courseId, ...progress, revision: (revision ?? 0) + 1 })
          .where((stored, { eq, notExists }) => {
            if (revision === null) return notExists(stored.updatedAt)
            // Items from before there were revisions have none.
            return revision === 0 ? notExists(stored.revision) : eq(stored.revision, revision)
          })
          .go(),
      ),
  }
}

/** Whether a conditional write was done. */
const unlessRefused = async (write: Promise<unknown>): Promise<boolean> => {
  try {
    await write
    return true
  } catch (error) {
    if (isConditionFailure(error)) return false
    throw error
  }
}

const toRecord = ({ activeAt: _, ...item }: EnrolmentItem): EnrolmentRecord => ({
  ...item,
  id: EnrolmentId.parse(item.id),
  courseId: CourseId.parse(item.courseId),
  countedVersion: item.countedVersion ?? null,
  lastLessonId: item.lastLessonId ? LessonId.parse(item.lastLessonId) : null,
  lastActiveAt: item.lastActiveAt ?? null,
})
