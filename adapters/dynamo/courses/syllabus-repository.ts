import { plainItems } from '#adapters/dynamo/plain-items'
import { readRelease } from '#adapters/dynamo/publishing/release-text'
import type { Table } from '#adapters/dynamo/table'
import { CourseId } from '#contract/platform/ids'
import type { Syllabus } from '#core/courses/syllabus-ports'
import { syllabusKeys } from './keys.ts'
import type { SyllabusItem } from './syllabus-entity.ts'
import { orderOf, readAudiences, readLessons } from './syllabus-text.ts'

export interface SyllabusRepository {
  get(courseId: string): Promise<Syllabus | null>
}

/** Reads what publishing wrote, in the same transaction as the course's version. */
export const createSyllabusRepository = (table: Table): SyllabusRepository => {
  const syllabuses = plainItems<SyllabusItem>(table, syllabusKeys)
  return {
    get: async (courseId) => {
      const data = await syllabuses.get({ courseId })
      if (!data) return null
      const lessons = readLessons(data.lessons)
      return {
        courseId: CourseId.parse(data.courseId),
        version: data.version,
        lessons: new Map(lessons.map((lesson) => [lesson.id, lesson])),
        audiences: readAudiences(data.audiences),
        release: readRelease(data.release, data.release ? orderOf(data.lessons) : []),
      }
    },
  }
}
