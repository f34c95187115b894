import type { CourseDraft } from '#contract/courses/course'
import type { Team } from '#contract/memberships/team'
import type { Standing } from '#contract/people/course-rights'
import { findStanding, type OfCourse } from '#core/access/own-course'
import type { CourseReader } from '#core/access/ports'
import type { MembershipRepository } from './ports.ts'

interface TeamDeps {
  readonly courses: CourseReader
  readonly memberships: Pick<MembershipRepository, 'get' | 'list'>
}

/** Everybody who teaches a course, and as what the actor does. */
export async function readTeam(deps: TeamDeps, input: OfCourse): Promise<Team> {
  const { course, me } = await findStanding(deps, input, 'read')
  return teamOf(deps, course, me)
}

export async function teamOf(
  { memberships }: Pick<TeamDeps, 'memberships'>,
  { id, title, ownerId, ownerName }: Pick<CourseDraft, 'id' | 'title' | 'ownerId' | 'ownerName'>,
  { role, rights }: Standing,
): Promise<Team> {
  return {
    title,
    owner: { userId: ownerId, name: ownerName },
    members: await memberships.list(id),
    me: { role, rights: [...rights] },
  }
}
