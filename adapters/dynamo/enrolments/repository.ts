import { unlessRefused } from '#adapters/dynamo/condition'
import { withCursor } from '#adapters/dynamo/cursor'
import type { Table } from '#adapters/dynamo/table'
import { CourseId, EnrolmentId, LessonId } from '#contract/platform/ids'
import type { EnrolmentRecord, EnrolmentRepository } from '#core/enrolments/ports'
import { type EnrolmentItem, enrolmentEntity } from './entity.ts'
import { createMoveEarlier } from './move-earlier.ts'

export const createEnrolmentRepository = (table: Table): EnrolmentRepository => {
  const enrolments = enrolmentEntity(table)
  const moveEarlier = createMoveEarlier(table)

  return {
    get: async (userId, courseId) => {
      const { data } = await enrolments.get({ userId, courseId }).go({ consistent: true })
      const found = data ?? (await moveEarlier(userId, courseId))
      return found && toRecord(found)
    },
    create: async ({ lastLessonId, lastActiveAt, countedVersion, ...enrolment }) => {
      const created = await unlessRefused(
        enrolments
          .create({
            ...enrolment,
            countedVersion: countedVersion ?? undefined,
            lastLessonId: lastLessonId ?? undefined,
            lastActiveAt: lastActiveAt ?? undefined,
            activeAt: lastActiveAt ?? enrolment.enrolledAt,
          })
          .go(),
      )
      return created ? 'created' : 'exists'
    },
    delete: async (userId, courseId) => {
      const leave = () => enrolments.delete({ userId, courseId }).go()
      await leave()
      // Deleted where an earlier version wrote it, the stream could tell of it after a return.
      if (await moveEarlier(userId, courseId)) await leave()
    },
    listOf: (userId, { cursor, limit }) =>
      withCursor(cursor, async () => {
        const { data, cursor: next } = await enrolments.query
          .lastActive({ userId })
          .go({ order: 'desc', limit, cursor: cursor ?? null })
        return { items: withoutTwice(data).map(toRecord), nextCursor: next }
      }),
    touch: async (userId, courseId, { lessonId, at }) => {
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
  }
}

/** The index may show what was just moved at both places. */
const withoutTwice = (items: readonly EnrolmentItem[]): EnrolmentItem[] =>
  items.filter(({ courseId }, at) => items.findIndex((other) => other.courseId === courseId) === at)

export const toRecord = ({ activeAt: _, ...item }: EnrolmentItem): EnrolmentRecord => ({
  ...item,
  id: EnrolmentId.parse(item.id),
  courseId: CourseId.parse(item.courseId),
  countedVersion: item.countedVersion ?? null,
  lastLessonId: item.lastLessonId ? LessonId.parse(item.lastLessonId) : null,
  lastActiveAt: item.lastActiveAt ?? null,
})
