import type { EnrolmentCountItem } from '#adapters/dynamo/enrolments/count-entity'
import { enrolmentCountKeys } from '#adapters/dynamo/enrolments/keys'
import { getTogether, type StoredItems } from '#adapters/dynamo/get-together'
import { plainItems } from '#adapters/dynamo/plain-items'
import type { Table } from '#adapters/dynamo/table'
import type { CourseItem } from './entity.ts'
import { courseKeys } from './keys.ts'

export interface CourseWithCount {
  readonly course: CourseItem
  readonly enrolled: number
  /** Null where any number may be. */
  readonly places: number | null
}

/** Reads courses and how many are enrolled in them, which are two items, by one request for fifty courses. */
export const courseReads = (table: Table) => {
  const courses = plainItems<CourseItem>(table, courseKeys)
  const counts = plainItems<EnrolmentCountItem>(table, enrolmentCountKeys)
  const countsIn = (found: StoredItems) =>
    new Map(counts.read(found).map((count) => [count.courseId, count]))

  return {
    /** By id, those that are there. */
    courses: async (ids: readonly string[]): Promise<Map<string, CourseWithCount>> => {
      const found = await getTogether(
        table,
        [...new Set(ids)].flatMap((id) => [courses.key({ id }), counts.key({ courseId: id })]),
      )
      const counted = countsIn(found)
      return new Map(
        courses.read(found).map((course) => {
          const { enrolled = 0, places = null } = counted.get(course.id) ?? {}
          return [course.id, { course, enrolled, places }]
        }),
      )
    },
    /** By course; none where nobody ever was. */
    counts: async (courseIds: readonly string[]): Promise<Map<string, number>> => {
      const keys = [...new Set(courseIds)].map((courseId) => counts.key({ courseId }))
      const found = countsIn(await getTogether(table, keys))
      return new Map([...found].map(([courseId, { enrolled }]) => [courseId, enrolled]))
    },
  }
}
