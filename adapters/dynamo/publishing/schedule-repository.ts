import { unlessRefused } from '#adapters/dynamo/condition'
import { plainItems } from '#adapters/dynamo/plain-items'
import type { Table } from '#adapters/dynamo/table'
import type { Scheduled, Schedules } from '#core/courses/publishing/ports'
import { scheduleKeys } from './keys.ts'
import { type ScheduleItem, scheduleEntity } from './schedule-entity.ts'

export const createSchedules = (table: Table): Schedules => {
  const schedules = scheduleEntity(table)
  const items = plainItems<ScheduleItem>(table, scheduleKeys)
  const get = async (courseId: string): Promise<Scheduled | null> => {
    const found = await items.get({ courseId })
    return found && toScheduled(found)
  }
  return {
    get,
    put: async ({ failure: _, ...scheduled }) => {
      await schedules.put({ ...scheduled, waiting: 'yes' }).go()
    },
    fail: async ({ courseId, at, userId, by }, failure) => {
      await unlessRefused(
        schedules
          .put({ courseId, at, userId, by, failure, waiting: 'no' })
          .where((stored, { eq }) => eq(stored.at, at))
          .go(),
      )
    },
    remove: async (courseId, at) => {
      const removal = schedules.delete({ courseId })
      await unlessRefused(
        at === undefined ? removal.go() : removal.where((stored, { eq }) => eq(stored.at, at)).go(),
      )
    },
    listDue: async (now, most) => {
      const { data } = await schedules.query
        .due({ waiting: 'yes' })
        .lte({ at: now.toISOString() })
        .go({ count: most })
      const found = await Promise.all(data.map(({ courseId }) => get(courseId)))
      // The index follows the table: what was done or put off meanwhile is not due.
      return found.filter(
        (one): one is Scheduled =>
          one !== null && one.failure === null && one.at <= now.toISOString(),
      )
    },
  }
}

const toScheduled = ({ courseId, at, userId, by, failure }: ScheduleItem): Scheduled => ({
  ...{ courseId, at, userId, by },
  failure: failure ?? null,
})
