import type { CourseDraft } from '#contract/courses/course'
import type { CourseRepository } from '#core/courses/ports'
import type { Actor } from '#core/platform/actor'
import { notFound } from '#core/platform/errors'

/** The course, if the actor owns it or is an admin; to everybody else it does not exist. */
export const findOwnCourse = async (
  { courses }: { courses: Pick<CourseRepository, 'get'> },
  { actor, courseId }: { actor: Actor; courseId: string },
): Promise<CourseDraft> => {
  const course = await courses.get(courseId)
  if (!course || (course.ownerId !== actor.userId && !actor.roles.includes('admin')))
    throw notFound('course')
  return course
}
