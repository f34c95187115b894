import type { Enrolment } from '#contract/progress/progress'
import { say } from '#contract/say'
import { DomainError, notFound } from '#core/platform/errors'
import { type OfCourse, teaches } from './own-course.ts'
import type { CourseReader, EnrolmentReader } from './ports.ts'

/** The actor's enrolment in a course; without one, the course is not among theirs. */
export async function findEnrolment<E extends Enrolment>(
  { enrolments }: { readonly enrolments: EnrolmentReader<E> },
  { actor, courseId }: OfCourse,
): Promise<E> {
  const enrolment = await enrolments.get(actor.userId, courseId)
  if (!enrolment) throw notFound('course_of_mine')
  return enrolment
}

/**
 * A published course that the actor may learn: its members, and without enrolling those who teach it.
 * @throws DomainError `conflict` where an earlier version of Lectern published it, whose content opens to nobody
 */
export async function findOpenCourse<E extends Enrolment>(
  deps: { readonly courses: CourseReader; readonly enrolments: EnrolmentReader<E> },
  { actor, courseId }: OfCourse,
): Promise<{ publishedVersion: number; enrolment: E | null }> {
  const [course, enrolment] = await Promise.all([
    deps.courses.get(courseId),
    deps.enrolments.get(actor.userId, courseId),
  ])
  if (!course?.publishedVersion || (!enrolment && !teaches(actor, course)))
    throw notFound('course_of_mine')
  if (course.outdated) throw new DomainError('conflict', say('published_by_earlier'))
  return { publishedVersion: course.publishedVersion, enrolment }
}
