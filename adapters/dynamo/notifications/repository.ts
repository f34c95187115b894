import { getTogether } from '#adapters/dynamo/get-together'
import { IS_NOT_THERE, plainItems } from '#adapters/dynamo/plain-items'
import type { Table } from '#adapters/dynamo/table'
import { CourseId } from '#contract/platform/ids'
import type { CourseNews, NewsRepository } from '#core/notifications/ports'
import type { CourseNewsItem } from './entity.ts'
import { courseNewsKeys } from './keys.ts'

export const createNewsRepository = (table: Table): NewsRepository => {
  const items = plainItems<CourseNewsItem>(table, courseNewsKeys)
  return {
    get: async (courseId) => {
      const found = await items.get({ courseId })
      return found && { ...toNews(found), revision: found.revision }
    },
    listOf: async (courseIds) => {
      if (courseIds.length === 0) return []
      const keys = courseIds.map((courseId) => items.key({ courseId }))
      return items.read(await getTogether(table, keys)).map(toNews)
    },
    write: ({ courseId, courseTitle, entries }, before) => {
      const news = { courseTitle, entries: [...entries], revision: (before ?? 0) + 1 }
      return before === null
        ? items.put({ courseId, ...news }, IS_NOT_THERE)
        : items.update({ courseId }, news, { holds: 'revision = :seen', values: { seen: before } })
    },
  }
}

const toNews = ({ courseId, courseTitle, entries }: CourseNewsItem): CourseNews => ({
  ...{ courseId: CourseId.parse(courseId), courseTitle, entries },
})
