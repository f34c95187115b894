import type { SyllabusLesson, SyllabusReader } from '#core/courses/syllabus-ports'
import { kindOf } from '#core/lessons/kinds/index'

/** A published lesson as it is now; null where there is none. */
export const findLesson = async (
  syllabus: SyllabusReader,
  courseId: string,
  lessonId: string,
): Promise<SyllabusLesson | null> => {
  const found = await syllabus.get(courseId, ({ lessons }) => lessons.has(lessonId))
  const lesson = found?.lessons.get(lessonId)
  return lesson ? kindOf(lesson.kind).current(lesson, syllabus) : null
}
