import { FIRST_REVISION } from '#contract/http/revision'
import type { Membership, Team } from '#contract/memberships/team'
import { say } from '#contract/say'
import { findOwnCourse, isOwner, type OfCourse, standsAs } from '#core/access/own-course'
import type { CourseReader } from '#core/access/ports'
import type { Accounts } from '#core/people/ports'
import type { Clock } from '#core/platform/clock'
import { DomainError, notFound } from '#core/platform/errors'
import { personName } from '#core/platform/person-name'
import type { MembershipRepository, TeamLog } from './ports.ts'
import { teamOf } from './read-team.ts'

interface HandOverDeps {
  readonly courses: CourseReader
  readonly memberships: Pick<MembershipRepository, 'get' | 'list' | 'handOver'>
  readonly accounts: Pick<Accounts, 'byId'>
  readonly log: TeamLog
  readonly clock: Clock
}

/**
 * Makes somebody of the team the owner. Who was it stays as a teacher, so a course is never without an owner and
 * nobody locks themselves out. To hand it to its owner changes nothing.
 */
export async function handOver(
  deps: HandOverDeps,
  { actor, courseId, userId }: OfCourse & { readonly userId: string },
): Promise<Team> {
  const course = await findOwnCourse(deps, { actor, courseId }, 'own')
  if (isOwner(course, userId)) return teamOf(deps, course, standsAs(actor, course))
  const member = await deps.memberships.get(courseId, userId)
  if (!member) throw notFound('member')
  const person = await deps.accounts.byId(userId)
  if (!person) throw new DomainError('conflict', say('account_gone'))
  const { ownerId, ownerName } = course
  const former: Membership = {
    ...{ userId: ownerId, name: ownerName, role: 'teacher', rights: [] },
    ...{ addedAt: deps.clock.now().toISOString(), revision: FIRST_REVISION },
  }
  const next = { userId, name: personName(person.name) }
  if (!(await deps.memberships.handOver(course, next, former)))
    throw new DomainError('conflict', say('handed_over_meanwhile'))
  deps.log.info('team.handed_over', { courseId, userId, from: former.userId, by: actor.userId })
  const after = { ...course, ownerId: next.userId, ownerName: next.name }
  return teamOf(deps, after, standsAs(actor, after))
}
