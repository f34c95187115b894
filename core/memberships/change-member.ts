import { isDeepStrictEqual } from 'node:util'
import type { Membership, MembershipTerms } from '#contract/memberships/team'
import { findOwnCourse, type OfCourse } from '#core/access/own-course'
import type { TeachingReaders } from '#core/access/ports'
import { notFound, Overtaken } from '#core/platform/errors'
import { settled } from './add-member.ts'
import type { MembershipRepository, TeamLog } from './ports.ts'

interface ChangeDeps extends TeachingReaders {
  readonly memberships: Pick<MembershipRepository, 'get' | 'write' | 'remove'>
  readonly log: TeamLog
}

type OfMember = OfCourse & { readonly userId: string }

/**
 * Changes what somebody is in a course, and what they may do there; the owner is none of those who can be changed. To
 * say what stands already changes nothing.
 * @throws Overtaken when others changed it since the revision that was seen
 */
export async function changeMember(
  deps: ChangeDeps,
  {
    actor,
    courseId,
    userId,
    revision,
    ...terms
  }: OfMember & MembershipTerms & { readonly revision: number },
): Promise<Membership> {
  await findOwnCourse(deps, { actor, courseId }, 'team')
  const before = await findMember(deps, courseId, userId)
  const wanted = settled(terms)
  const { role, rights } = before
  if (isDeepStrictEqual(wanted, { role, rights })) return before
  if (before.revision !== revision) throw new Overtaken({ ...before })
  const after = { ...before, ...wanted, revision: revision + 1 }
  if (!(await deps.memberships.write(courseId, before, after)))
    throw new Overtaken({ ...(await findMember(deps, courseId, userId)) })
  deps.log.info('team.member_changed', {
    ...{ courseId, userId, by: actor.userId, role: after.role },
    rights: after.rights.join(' '),
  })
  return after
}

/** Takes somebody off a course's team: the next thing that they ask is refused. Everybody may leave by themselves. */
export async function removeMember(
  deps: ChangeDeps,
  { actor, courseId, userId }: OfMember,
): Promise<void> {
  await findOwnCourse(deps, { actor, courseId }, userId === actor.userId ? 'read' : 'team')
  if (!(await deps.memberships.remove(courseId, userId))) throw notFound('member')
  deps.log.info('team.member_removed', { courseId, userId, by: actor.userId })
}

async function findMember(
  { memberships }: Pick<ChangeDeps, 'memberships'>,
  courseId: string,
  userId: string,
): Promise<Membership> {
  const found = await memberships.get(courseId, userId)
  if (!found) throw notFound('member')
  return found
}
