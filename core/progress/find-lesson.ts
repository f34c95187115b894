import { isOpen } from '#contract/lessons/gate/is-open'
import type { SyllabusLesson, SyllabusReader } from '#core/courses/syllabus-ports'
import { kindOf } from '#core/lessons/kinds/index'
import type { Clock } from '#core/platform/clock'

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

/** The same, if its gate is open by now; what is locked is not there to see. */
export const findOpenLesson = async (
  { syllabus, clock }: { readonly syllabus: SyllabusReader; readonly clock: Clock },
  courseId: string,
  lessonId: string,
): Promise<SyllabusLesson | null> => {
  const lesson = await findLesson(syllabus, courseId, lessonId)
  const published = await syllabus.get(courseId)
  return isOpen(published?.audiences.get(lessonId), clock.now()) ? lesson : null
}
