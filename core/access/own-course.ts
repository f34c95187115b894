import type { CourseDraft } from '#contract/courses/course'
import { type CourseRight, mayIn, type Standing } from '#contract/people/course-rights'
import { type Saying, say } from '#contract/say'
import type { Actor } from '#core/platform/actor'
import { DomainError, notFound } from '#core/platform/errors'
import type { TeachingReaders } from './ports.ts'

export interface OfCourse {
  readonly actor: Actor
  readonly courseId: string
}

type Owned = Pick<CourseDraft, 'ownerId'>

export const isOwner = ({ ownerId }: Owned, userId: string): boolean => ownerId === userId

/** What whoever may everything in a course is there: its owner, or an administrator of the site. */
export function standsAbove(actor: Actor, course: Owned): Standing | null {
  if (isOwner(course, actor.userId)) return { role: 'owner', rights: [] }
  return actor.roles.includes('admin') ? { role: 'admin', rights: [] } : null
}

/** As what somebody teaches a course who owned it a moment ago, or is an administrator. */
export const standsAs = (actor: Actor, course: Owned): Standing =>
  standsAbove(actor, course) ?? { role: 'teacher', rights: [] }

/**
 * A course that the actor teaches and may do this in. The course's own item says who owns it; everybody else costs one
 * read more, whether the course is there or not. To who is not of its team it does not exist.
 * @throws DomainError `forbidden` for one of the team who lacks the right
 */
export const findOwnCourse = async (
  readers: TeachingReaders,
  input: OfCourse,
  right: CourseRight,
): Promise<CourseDraft> => (await findStanding(readers, input, right)).course

/** The same, with as what the actor teaches it. */
export async function findStanding(
  { courses, memberships }: TeachingReaders,
  { actor, courseId }: OfCourse,
  right: CourseRight,
): Promise<{ readonly course: CourseDraft; readonly me: Standing }> {
  const course = await courses.get(courseId)
  const above = course && standsAbove(actor, course)
  if (above) return { course, me: above }
  const member = await memberships.get(courseId, actor.userId)
  if (!course || !member) throw notFound('course')
  const { role, rights } = member
  if (!mayIn(member, right)) throw new DomainError('forbidden', missing(right))
  return { course, me: { role, rights } }
}

function missing(right: CourseRight): Saying {
  if (right === 'own') return say('only_owner')
  // Whoever is of the team may read.
  return right === 'team' || right === 'read'
    ? say('team_only_teachers')
    : say('right_missing', { right })
}
