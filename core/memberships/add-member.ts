import { FIRST_REVISION } from '#contract/http/revision'
import { teamLimits } from '#contract/memberships/limits'
import type { Membership, MembershipTerms } from '#contract/memberships/team'
import { say } from '#contract/say'
import { findOwnCourse, isOwner, type OfCourse } from '#core/access/own-course'
import type { CourseReader } from '#core/access/ports'
import type { Accounts } from '#core/people/ports'
import type { Clock } from '#core/platform/clock'
import { DomainError } from '#core/platform/errors'
import { personName } from '#core/platform/person-name'
import type { MembershipRepository, TeamLog } from './ports.ts'

interface AddDeps {
  readonly courses: CourseReader
  readonly memberships: MembershipRepository
  readonly accounts: Accounts
  readonly log: TeamLog
  readonly clock: Clock
}

/** The same of every address, so that nobody learns more than they were told to ask. */
interface Added {
  readonly outcome: 'added' | 'there_already' | 'owner' | 'no_account'
  readonly member: Membership | null
}

/**
 * Lets somebody teach a course too. Who does already stays as they are. Whether an address has an account, owners and
 * teachers alone may ask; each asking is noted, without the address.
 */
export async function addMember(
  deps: AddDeps,
  { actor, courseId, email, ...terms }: OfCourse & MembershipTerms & { readonly email: string },
): Promise<Added> {
  const course = await findOwnCourse(deps, { actor, courseId }, 'team')
  const person = await deps.accounts.byAddress(email)
  const { userId: by } = actor
  deps.log.info('team.address_asked', { courseId, by, found: person !== null })
  if (!person) return { outcome: 'no_account', member: null }
  const { userId } = person
  if (isOwner(course, userId)) return { outcome: 'owner', member: null }
  const members = await deps.memberships.list(courseId)
  const known = members.find((one) => one.userId === userId)
  if (known) return { outcome: 'there_already', member: known }
  if (members.length >= teamLimits.members)
    throw new DomainError('conflict', say('team_full', { most: teamLimits.members }))
  const member: Membership = {
    ...{ userId, name: personName(person.name), ...settled(terms) },
    ...{ addedAt: deps.clock.now().toISOString(), revision: FIRST_REVISION },
  }
  if (await deps.memberships.add(courseId, member)) {
    deps.log.info('team.member_added', { courseId, by, userId, role: member.role })
    return { outcome: 'added', member }
  }
  // Somebody else added them at this moment.
  return { outcome: 'there_already', member: await deps.memberships.get(courseId, userId) }
}

/** A teacher has no rights of their own: they may all that an assistant may be let do. */
export const settled = ({ role, rights }: MembershipTerms): MembershipTerms => ({
  role,
  rights: role === 'assistant' ? rights : [],
})
