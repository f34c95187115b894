import { AssetId, CourseId, LessonId } from '#contract/ids'
import type { Syllabus, SyllabusLesson } from '#core/ports/syllabus'
import { type SlimLesson, syllabusEntity } from './entities/syllabus.ts'
import type { Table } from './table.ts'

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
      const lessons = data.lessons.map(fromSlim)
      return {
        courseId: CourseId.parse(data.courseId),
        version: data.version,
        lessons: new Map(lessons.map((lesson) => [lesson.id, lesson])),
      }
    },
  }
}

const fromSlim = ([id, ...video]: SlimLesson): SyllabusLesson => {
  const lessonId = LessonId.parse(id)
  if (video.length === 0) return { kind: 'article', id: lessonId }
  const [assetId, durationSeconds, completionShare] = video
  return {
    kind: 'video',
    id: lessonId,
    assetId: AssetId.parse(assetId),
    durationSeconds,
    completionShare,
  }
}
