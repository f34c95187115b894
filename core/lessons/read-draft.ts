import type { CourseDraft } from '#contract/courses/course'
import type { DraftOutline } from '#contract/lessons/lesson'
import { findOwnCourse, type OfCourse } from '#core/access/own-course'
import type { CourseRepository } from '#core/courses/ports'
import { readOutline, withinAnswer } from './outline.ts'
import type { OutlineRepository } from './ports.ts'

/** A course and its draft outline, with as many texts as one answer holds. */
export async function readDraft(
  {
    courses,
    outlines,
  }: {
    readonly courses: Pick<CourseRepository, 'get'>
    readonly outlines: Pick<OutlineRepository, 'listContents'>
  },
  { actor, courseId }: OfCourse,
): Promise<{ course: CourseDraft; modules: DraftOutline }> {
  const course = await findOwnCourse({ courses }, { actor, courseId })
  return { course, modules: withinAnswer(await readOutline(outlines, courseId)) }
}
