import { z } from 'zod'
import { Revision } from '#contract/http/revision'
import { defineRoutes } from '#contract/http/route'
import { CourseId, UserId } from '#contract/platform/ids'
import { teamLimits } from './limits.ts'
import { Membership, MembershipTerms, Team } from './team.ts'

const OfCourse = z.object({ courseId: CourseId })
/** Of the identity provider: nothing of an address's own signs is in it. */
const OfMember = OfCourse.extend({ userId: UserId.regex(/^[\w.:-]+$/) })

export const memberships = defineRoutes(
  { service: 'administration', access: 'user' },
  {
    getTeam: {
      method: 'GET',
      path: '/teaching/courses/{courseId}/team',
      summary: 'Who teaches a course, and as what I do',
      right: 'read',
      params: OfCourse,
      response: Team,
      errors: ['not_found'],
    },
    addMember: {
      method: 'POST',
      path: '/teaching/courses/{courseId}/team',
      summary: 'Let somebody who has an account teach too; who does already stays as they are',
      right: 'team',
      params: OfCourse,
      body: MembershipTerms.extend({
        email: z.email().max(teamLimits.email),
      }),
      response: z.object({
        outcome: z.enum(['added', 'there_already', 'owner', 'no_account']),
        /** Null where there is none: an address without an account, or the owner's. */
        member: Membership.nullable(),
      }),
      errors: ['not_found', 'conflict', 'too_many_requests'],
      idempotent: true,
    },
    changeMember: {
      method: 'PUT',
      path: '/teaching/courses/{courseId}/team/{userId}',
      summary: 'Change what somebody is in a course, and what they may do there',
      right: 'team',
      params: OfMember,
      body: MembershipTerms.extend({
        /** What was read before: a change that others made since is not replaced. */
        revision: Revision,
      }),
      response: Membership,
      errors: ['not_found', 'conflict'],
    },
    removeMember: {
      method: 'DELETE',
      path: '/teaching/courses/{courseId}/team/{userId}',
      summary: 'Let somebody teach a course no more; everybody may leave by themselves',
      right: 'team',
      params: OfMember,
      errors: ['not_found'],
    },
    handOver: {
      method: 'PUT',
      path: '/teaching/courses/{courseId}/owner',
      summary: 'Make somebody of the team the owner; who was it stays as a teacher',
      right: 'own',
      params: OfCourse,
      body: z.object({ userId: UserId }),
      response: Team,
      errors: ['not_found', 'conflict'],
    },
  },
)
