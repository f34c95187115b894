import type { CourseDraft } from '#contract/courses/course'
import type { Actor } from '#core/platform/actor'
import { notFound } from '#core/platform/errors'
import type { CourseReader } from './ports.ts'

export interface OfCourse {
  readonly actor: Actor
  readonly courseId: string
}

/** Its owner teaches a course, and so may every admin. */
export const teaches = (actor: Actor, course: Pick<CourseDraft, 'ownerId'>): boolean =>
  course.ownerId === actor.userId || actor.roles.includes('admin')

/** The course, if the actor teaches it; to everybody else it does not exist. */
export const findOwnCourse = async (
  { courses }: { readonly courses: CourseReader },
  { actor, courseId }: OfCourse,
): Promise<CourseDraft> => {
  const course = await courses.get(courseId)
  if (!course || !teaches(actor, course)) throw notFound('course')
  return course
}
