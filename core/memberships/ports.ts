import type { CourseDraft } from '#contract/courses/course'
import type { Membership } from '#contract/memberships/team'
import type { MembershipReader } from '#core/access/ports'
import type { Person } from '#core/people/ports'
import type { Page, PageRequest } from '#core/platform/page'

/** What a person is in a course. */
export interface InCourse {
  readonly courseId: string
  readonly membership: Membership
}

/** Who teaches courses beside their owners. */
export interface MembershipRepository extends MembershipReader {
  /** Of a course, who came first first. */
  list(courseId: string): Promise<Membership[]>
  /** Of a person, newest first. The list may be a moment behind; what it says of each course is as it is now. */
  listOf(userId: string, page: PageRequest): Promise<Page<InCourse>>
  /** False, and nothing is written, when they are of the team already. */
  add(courseId: string, membership: Membership): Promise<boolean>
  /** False when it is not as it was `before`, or not there any more. */
  write(courseId: string, before: Membership, after: Membership): Promise<boolean>
  /** False when they were not of the team. */
  remove(courseId: string, userId: string): Promise<boolean>
  /**
   * Gives a course to somebody of its team, whose membership ends, and puts who owned it there in their place; all of it
   * or nothing: false when it has another owner by now, or they left the team.
   */
  handOver(before: CourseDraft, next: Person, former: Membership): Promise<boolean>
}

/** What is noted of what people do to a team: ids alone. */
export interface TeamLog {
  info(event: TeamEvent, facts: Readonly<Record<string, string | boolean>>): void
}

export type TeamEvent =
  | 'team.address_asked'
  | 'team.member_added'
  | 'team.member_changed'
  | 'team.member_removed'
  | 'team.handed_over'
