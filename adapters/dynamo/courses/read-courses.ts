import { enrolmentCountEntity } from '#adapters/dynamo/enrolments/count-entity'
import { getTogether } from '#adapters/dynamo/get-together'
import type { Table } from '#adapters/dynamo/table'
import { type CourseItem, courseEntity } from './entity.ts'

export interface CourseWithCount {
  readonly course: CourseItem
  readonly enrolled: number
}

/** Reads courses and how many are enrolled in them, which are two items, by one request for fifty courses. */
export const courseReads = (table: Table) => {
  const courses = courseEntity(table)
  const counts = enrolmentCountEntity(table)
  const countsIn = (found: Parameters<typeof counts.parse>[0]) =>
    new Map(counts.parse(found).data.map(({ courseId, enrolled }) => [courseId, enrolled]))

  return {
    /** By id, those that are there. */
    courses: async (ids: readonly string[]): Promise<Map<string, CourseWithCount>> => {
      const found = await getTogether(
        table,
        [...new Set(ids)].flatMap((id) => [courses.get({ id }), counts.get({ courseId: id })]),
      )
      const enrolled = countsIn(found)
      const items = courses.parse(found).data
      return new Map(
        items.map((course) => [course.id, { course, enrolled: enrolled.get(course.id) ?? 0 }]),
      )
    },
    /** By course; none where nobody ever was. */
    counts: async (courseIds: readonly string[]): Promise<Map<string, number>> => {
      const keys = [...new Set(courseIds)].map((courseId) => counts.get({ courseId }))
      return countsIn(await getTogether(table, keys))
    },
  }
}
