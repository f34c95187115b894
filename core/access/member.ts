import { say } from '#contract/say'
import { DomainError, notFound } from '#core/platform/errors'
import { type OfCourse, teaches } from './own-course.ts'
import type { Membership, PublishedReader, ReadMembership } from './ports.ts'

type Enrolled<M extends Membership> = M & { readonly enrolment: NonNullable<M['enrolment']> }

/** The actor's enrolment in a course, with what was read beside it; without one, the course is not among theirs. */
export async function findMembership<M extends Membership>(
  read: ReadMembership<M>,
  { actor, courseId }: OfCourse,
): Promise<Enrolled<M>> {
  const found = await read(actor.userId, courseId)
  if (!isEnrolled(found)) throw notFound('course_of_mine')
  return found
}

const isEnrolled = <M extends Membership>(found: M): found is Enrolled<M> =>
  found.enrolment !== null

/**
 * A published course that the actor may learn: its members, and without enrolling those who teach it. What these have
 * just published they see at once, so nothing remembered is enough for them.
 * @throws DomainError `conflict` where an earlier version of Lectern published it, whose content opens to nobody
 */
export async function findOpenCourse<M extends Membership>(
  { published }: { readonly published: PublishedReader },
  read: ReadMembership<M>,
  { actor, courseId }: OfCourse,
): Promise<M & { readonly version: number }> {
  const [course, found] = await Promise.all([
    published.find(courseId, (remembered) => !teaches(actor, remembered) && !remembered.outdated),
    read(actor.userId, courseId),
  ])
  if (!course || (!found.enrolment && !teaches(actor, course))) throw notFound('course_of_mine')
  if (course.outdated) throw new DomainError('conflict', say('published_by_earlier'))
  return { ...found, version: course.version }
}
