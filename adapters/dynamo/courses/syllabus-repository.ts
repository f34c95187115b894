import type { Table } from '#adapters/dynamo/table'
import { CourseId } from '#contract/platform/ids'
import type { Syllabus } from '#core/courses/syllabus-ports'
import { readAudiences, readLessons, syllabusEntity } from './syllabus-entity.ts'

export interface SyllabusRepository {
  get(courseId: string): Promise<Syllabus | null>
}

/** Reads what publishing wrote, in the same transaction as the course's version. */
export const createSyllabusRepository = (table: Table): SyllabusRepository => {
  const syllabuses = syllabusEntity(table)
  return {
    get: async (courseId) => {
      const { data } = await syllabuses.get({ courseId }).go({ consistent: true })
      if (!data) return null
      const lessons = readLessons(data.lessons)
      return {
        courseId: CourseId.parse(data.courseId),
        version: data.version,
        lessons: new Map(lessons.map((lesson) => [lesson.id, lesson])),
        audiences: readAudiences(data.audiences),
      }
    },
  }
}
