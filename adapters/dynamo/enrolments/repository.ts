import { commitPlain } from '#adapters/dynamo/commit'
import { withCursor } from '#adapters/dynamo/cursor'
import { IS_NOT_THERE, plainItems } from '#adapters/dynamo/plain-items'
import { EVEN_SO, toFormer, toFormerItem } from '#adapters/dynamo/roster/former'
import type { FormerEnrolmentItem } from '#adapters/dynamo/roster/former-entity'
import { formerEnrolmentKeys } from '#adapters/dynamo/roster/keys'
import type { Table } from '#adapters/dynamo/table'
import { CourseId, EnrolmentId, LessonId } from '#contract/platform/ids'
import type { EnrolmentRecord, EnrolmentRepository } from '#core/enrolments/ports'
import type { EnrolmentItem } from './entity.ts'
import { enrolmentItems } from './items.ts'
import { enrolmentKeys, hourOf } from './keys.ts'
import { createMoveEarlier } from './move-earlier.ts'
import { createPlaces } from './places.ts'

export const createEnrolmentRepository = (table: Table): EnrolmentRepository => {
  const enrolments = enrolmentItems(table)
  const moveEarlier = createMoveEarlier(table)
  const places = createPlaces(table)
  const formers = plainItems<FormerEnrolmentItem>(table, formerEnrolmentKeys)

  return {
    get: async (userId, courseId) => {
      const item = await enrolments.get({ userId, courseId })
      const found = item ?? (await moveEarlier(userId, courseId))
      return found && toRecord(found)
    },
    create: async (
      { lastLessonId, lastActiveAt, countedVersion, ...enrolment },
      bounded = false,
      returns = false,
    ) => {
      const item = {
        ...enrolment,
        countedVersion: countedVersion ?? undefined,
        lastLessonId: lastLessonId ?? undefined,
        lastActiveAt: lastActiveAt ?? undefined,
        ...activity(enrolment.userId, lastActiveAt ?? enrolment.enrolledAt),
      }
      const { userId, courseId } = enrolment
      const beside = returns ? [formers.toDelete({ userId, courseId }, EVEN_SO)] : []
      const entered = bounded ? await places.enter(item, beside) : 'unbounded'
      if (entered !== 'unbounded') return entered
      if (returns) {
        const refused = await commitPlain(table, [enrolments.toPut(item, IS_NOT_THERE), ...beside])
        return refused ? 'exists' : 'created'
      }
      const created = await enrolments.put(item, IS_NOT_THERE)
      return created ? 'created' : 'exists'
    },
    delete: async (userId, courseId, stays) => {
      const beside = stays ? [formers.toPut(toFormerItem(stays), EVEN_SO)] : []
      if (await places.leave(userId, courseId, beside)) return
      const leave = async () => {
        if (!stays) await enrolments.delete({ userId, courseId })
        else
          await commitPlain(table, [enrolments.toDelete({ userId, courseId }, EVEN_SO), ...beside])
      }
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
    former: async (userId, courseId) => {
      const found = await formers.get({ userId, courseId })
      return found && toFormer(found)
    },
    bind: (userId, courseId, { suspendedAt = '', endsOn = '', endsZone = '' }) =>
      enrolments.update(
        { userId, courseId },
        { suspendedAt, endsOn, endsZone },
        { holds: 'attribute_exists(id)' },
      ),
    rename: async (userId, courseId, { name, address = '' }) => {
      const holds = 'attribute_exists(id)'
      await enrolments.update({ userId, courseId }, { name, address }, { holds })
    },
    touch: async (userId, courseId, { lessonId, at }) => {
      await enrolments.update(
        { userId, courseId },
        { lastLessonId: lessonId, lastActiveAt: at, ...activity(userId, at) },
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

/** Where it stands in the lists by activity. */
const activity = (userId: string, activeAt: string) => ({
  activeAt,
  activeHour: hourOf(activeAt, userId),
})

/** The index may show what was just moved at both places. */
const withoutTwice = (items: readonly EnrolmentItem[]): EnrolmentItem[] =>
  items.filter(({ courseId }, at) => items.findIndex((other) => other.courseId === courseId) === at)

export const toRecord = ({
  activeAt: _,
  activeHour: __,
  completedAt: ___,
  ...item
}: EnrolmentItem): EnrolmentRecord => ({
  ...item,
  id: EnrolmentId.parse(item.id),
  courseId: CourseId.parse(item.courseId),
  countedVersion: item.countedVersion ?? null,
  lastLessonId: item.lastLessonId ? LessonId.parse(item.lastLessonId) : null,
  lastActiveAt: item.lastActiveAt ?? null,
})
