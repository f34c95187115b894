import { withCursor } from '#adapters/dynamo/cursor'
import { IS_NOT_THERE } from '#adapters/dynamo/plain-items'
import type { Table } from '#adapters/dynamo/table'
import { CourseId, EnrolmentId, LessonId } from '#contract/platform/ids'
import type { EnrolmentRecord, EnrolmentRepository } from '#core/enrolments/ports'
import type { EnrolmentItem } from './entity.ts'
import { enrolmentItems } from './items.ts'
import { enrolmentKeys } from './keys.ts'
import { createMoveEarlier } from './move-earlier.ts'
import { createPlaces } from './places.ts'

export const createEnrolmentRepository = (table: Table): EnrolmentRepository => {
  const enrolments = enrolmentItems(table)
  const moveEarlier = createMoveEarlier(table)
  const places = createPlaces(table)

  return {
    get: async (userId, courseId) => {
      const item = await enrolments.get({ userId, courseId })
      const found = item ?? (await moveEarlier(userId, courseId))
      return found && toRecord(found)
    },
    create: async (
      { lastLessonId, lastActiveAt, countedVersion, ...enrolment },
      bounded = false,
    ) => {
      const item = {
        ...enrolment,
        countedVersion: countedVersion ?? undefined,
        lastLessonId: lastLessonId ?? undefined,
        lastActiveAt: lastActiveAt ?? undefined,
        activeAt: lastActiveAt ?? enrolment.enrolledAt,
      }
      const entered = bounded ? await places.enter(item) : 'unbounded'
      if (entered !== 'unbounded') return entered
      const created = await enrolments.put(item, IS_NOT_THERE)
      return created ? 'created' : 'exists'
    },
    delete: async (userId, courseId) => {
      if (await places.leave(userId, courseId)) return
      const leave = () => enrolments.delete({ userId, courseId })
      await leave()
      // Deleted where an earlier version wrote it, the stream could tell of it after a return.
      if (await moveEarlier(userId, courseId)) await leave()
    },
    listOf: (userId, { cursor, limit }) =>
      withCursor(cursor, async () => {
        const { items, nextCursor } = await enrolments.query(
          enrolmentKeys.indexes.lastActive,
          { userId },
          { limit, cursor, newestFirst: true },
        )
        return { items: withoutTwice(items).map(toRecord), nextCursor }
      }),
    rename: async (userId, courseId, name) => {
      await enrolments.update({ userId, courseId }, { name }, { holds: 'attribute_exists(id)' })
    },
    touch: async (userId, courseId, { lessonId, at }) => {
      await enrolments.update(
        { userId, courseId },
        { lastLessonId: lessonId, lastActiveAt: at, activeAt: at },
        { holds: 'attribute_not_exists(lastActiveAt) OR lastActiveAt < :lastActiveAt' },
      )
    },
    setCompletedLessons: async (userId, courseId, { completedAt, ...count }) => {
      await enrolments.update(
        { userId, courseId },
        count,
        {
          holds: `attribute_not_exists(countedVersion) OR countedVersion <> :countedVersion
          OR completedLessons < :completedLessons`,
        },
        completedAt === undefined ? {} : { completedAt },
      )
    },
  }
}

/** The index may show what was just moved at both places. */
const withoutTwice = (items: readonly EnrolmentItem[]): EnrolmentItem[] =>
  items.filter(({ courseId }, at) => items.findIndex((other) => other.courseId === courseId) === at)

export const toRecord = ({
  activeAt: _,
  completedAt: __,
  ...item
}: EnrolmentItem): EnrolmentRecord => ({
  ...item,
  id: EnrolmentId.parse(item.id),
  courseId: CourseId.parse(item.courseId),
  countedVersion: item.countedVersion ?? null,
  lastLessonId: item.lastLessonId ? LessonId.parse(item.lastLessonId) : null,
  lastActiveAt: item.lastActiveAt ?? null,
})
