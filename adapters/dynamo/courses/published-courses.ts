import type { Table } from '#adapters/dynamo/table'
import { CONTENT_LAYOUT } from '#contract/courses/content-paths'
import { CourseId } from '#contract/platform/ids'
import type { PublishedCourse, PublishedCourses } from '#core/courses/ports'
import { doorsOf, toCard } from './card.ts'
import { courseReads } from './read-courses.ts'

export interface PublishedCourseTable extends PublishedCourses {
  /** By course; without those that are not published. */
  findEvery(courseIds: readonly string[]): Promise<Map<string, PublishedCourse>>
}

/** As the table says now. */
export const createPublishedCourses = (table: Table): PublishedCourseTable => {
  const reads = courseReads(table)
  const read = async (ids: readonly string[]): Promise<PublishedCourse[]> =>
    [...(await reads.courses(ids)).values()].flatMap((found) => {
      const { id, ownerId, card, contentLayout } = found.course
      return card
        ? {
            ...doorsOf(found),
            id: CourseId.parse(id),
            ownerId,
            version: card.version,
            outdated: contentLayout !== CONTENT_LAYOUT,
            card: toCard(card, found.enrolled),
          }
        : []
    })

  return {
    findEvery: async (courseIds) =>
      new Map((await read(courseIds)).map((course) => [course.id, course])),
    find: async (courseId) => (await read([courseId]))[0] ?? null,
    cards: async (courseIds) => new Map((await read(courseIds)).map(({ id, card }) => [id, card])),
  }
}
