import { getTogether } from '#adapters/dynamo/get-together'
import { plainItems } from '#adapters/dynamo/plain-items'
import type { Table } from '#adapters/dynamo/table'
import type { CourseMark, SeenMarks } from '#core/announcements/ports'
import { seenUntil } from '#core/announcements/seen-until'
import { seenMarkKeys } from './keys.ts'
import type { SeenMarkItem } from './seen-mark-entity.ts'

/** In a course's place: no id of a course is this. */
const EVERYWHERE = 'all'

export const createSeenMarks = (table: Table): SeenMarks => {
  const items = plainItems<SeenMarkItem>(table, seenMarkKeys)
  const moveOn = async (userId: string, courseId: string, until: string): Promise<void> => {
    await items.upsert(
      { userId, courseId },
      { seenAt: until },
      { holds: 'attribute_not_exists(seenAt) OR seenAt < :seenAt' },
    )
  }
  return {
    get: async (userId, courseId) => {
      const keys = [courseId, EVERYWHERE].map((of) => items.key({ userId, courseId: of }))
      const found = items.read(await getTogether(table, keys))
      const own = found.find((one) => one.courseId === courseId)
      const seenAt = seenUntil(...found.map((one) => one.seenAt)) || null
      return { seenAt, muted: own?.muted ?? false }
    },
    listOf: async (userId) => {
      const found = await items.queryAll(seenMarkKeys.indexes.ofPerson, { userId })
      const byCourse = new Map<string, CourseMark>(
        found.map(({ courseId, seenAt = null, muted = false }) => [courseId, { seenAt, muted }]),
      )
      return { everywhere: byCourse.get(EVERYWHERE)?.seenAt ?? null, byCourse }
    },
    moveOn,
    moveOnEverywhere: (userId, until) => moveOn(userId, EVERYWHERE, until),
    mute: async (userId, courseId, muted) => {
      await items.upsert(
        { userId, courseId },
        { muted },
        { holds: 'attribute_not_exists(muted) OR muted <> :muted' },
      )
    },
  }
}
