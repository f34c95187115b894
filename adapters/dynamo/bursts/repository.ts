import { IS_NOT_THERE, plainItems } from '#adapters/dynamo/plain-items'
import type { Table } from '#adapters/dynamo/table'
import type { BurstName } from '#contract/bursts/kinds/index'
import type { BurstRepository } from '#core/bursts/ports'
import type { BurstItem } from './entity.ts'
import { burstKeys } from './keys.ts'

const DAY = 24 * 3_600_000
/** Writes at once: a course may have as many times as lessons. */
const AT_ONCE = 25

export const createBurstRepository = (table: Table): BurstRepository => {
  const bursts = plainItems<BurstItem>(table, burstKeys)

  return {
    replace: async (courseId, kind, at) => {
      const all = await bursts.queryAll(burstKeys.indexes.ofCourse, { courseId })
      const there = new Set(all.filter((one) => one.kind === kind).map(({ id }) => id))
      const wanted = new Set(at.map((one) => one.toISOString()))
      const add = (id: string) => bursts.put(itemOf(courseId, kind, id), IS_NOT_THERE)
      const remove = (id: string) => bursts.delete({ courseId, kind, id })
      await inParts(
        [...wanted].filter((id) => !there.has(id)),
        add,
      )
      await inParts(
        [...there].filter((id) => !wanted.has(id)),
        remove,
      )
    },
    list: async (kind, from, until) => {
      const days = daysOf(from, until)
      const found = await Promise.all(
        days.map((day) => bursts.queryAll(burstKeys.indexes.ofDay, { kind, day })),
      )
      return found
        .flat()
        .map(({ courseId, id }) => ({ kind, courseId, at: new Date(id) }))
        .filter(({ at }) => from <= at && at < until)
    },
  }
}

const itemOf = (courseId: string, kind: BurstName, id: string): BurstItem => ({
  courseId,
  kind,
  id,
  day: dayOf(id),
  expiresAt: Math.ceil((Date.parse(id) + DAY) / 1000),
})

const dayOf = (time: string) => time.slice(0, 10)

function daysOf(from: Date, until: Date): string[] {
  const days: string[] = []
  for (let day = Math.floor(+from / DAY) * DAY; day < +until; day += DAY)
    days.push(dayOf(new Date(day).toISOString()))
  return days
}

async function inParts<T>(all: readonly T[], write: (one: T) => Promise<unknown>): Promise<void> {
  for (let at = 0; at < all.length; at += AT_ONCE)
    await Promise.all(all.slice(at, at + AT_ONCE).map(write))
}
