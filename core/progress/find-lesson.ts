import type { SyllabusLesson, SyllabusReader } from '#core/courses/syllabus-ports'

/** A published lesson; a video as long as what plays at its address now. Null where there is none. */
export const findLesson = async (
  syllabus: SyllabusReader,
  courseId: string,
  lessonId: string,
): Promise<SyllabusLesson | null> => {
  const found = await syllabus.get(courseId, ({ lessons }) => lessons.has(lessonId))
  const lesson = found?.lessons.get(lessonId)
  if (lesson?.kind !== 'video') return lesson ?? null
  const durationSeconds = (await syllabus.liveDuration(lesson.assetId)) ?? lesson.durationSeconds
  return { ...lesson, durationSeconds }
}
