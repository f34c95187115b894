import { enrolmentCountEntity } from '#adapters/dynamo/enrolments/count-entity'
import { getTogether } from '#adapters/dynamo/get-together'
import type { Table } from '#adapters/dynamo/table'
import { CONTENT_LAYOUT } from '#contract/courses/content-paths'
import { CourseId } from '#contract/platform/ids'
import type { PublishedCourse, PublishedCourses } from '#core/courses/ports'
import { toCard } from './card.ts'
import { courseEntity } from './entity.ts'

/** As the table says now: a course and its count are two items, read by one request. */
export const createPublishedCourses = (table: Table): PublishedCourses => {
  const courses = courseEntity(table)
  const counts = enrolmentCountEntity(table)

  const read = async (ids: readonly string[]): Promise<PublishedCourse[]> => {
    const keys = [...new Set(ids)].flatMap((id) => [
      courses.get({ id }),
      counts.get({ courseId: id }),
    ])
    const found = await getTogether(table, keys)
    const enrolled = new Map(
      counts.parse(found).data.map((count) => [count.courseId, count.enrolled]),
    )
    return courses.parse(found).data.flatMap(({ id, ownerId, card, contentLayout }) =>
      card
        ? {
            id: CourseId.parse(id),
            ownerId,
            version: card.version,
            outdated: contentLayout !== CONTENT_LAYOUT,
            card: toCard(card, enrolled.get(id) ?? 0),
          }
        : [],
    )
  }

  return {
    find: async (courseId) => (await read([courseId]))[0] ?? null,
    cards: async (courseIds) => new Map((await read(courseIds)).map(({ id, card }) => [id, card])),
  }
}
