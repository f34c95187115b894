import { createPublishedCourses } from '#adapters/dynamo/courses/published-courses'
import type { Table } from '#adapters/dynamo/table'
import type { KeepNewsDeps } from '#core/notifications/keep-news'
import { createNewsRepository } from './repository.ts'

/** For whoever keeps the news of courses current. */
export const createKeepNewsDeps = (table: Table): KeepNewsDeps => ({
  news: createNewsRepository(table),
  published: createPublishedCourses(table),
})
