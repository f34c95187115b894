import { z } from 'zod'
import { defineRoutes } from '#contract/http/route'
import { CourseId, UserId } from '#contract/platform/ids'
import { CodeLabel, EnrolmentCode } from './codes.ts'
import { codeLimits } from './limits.ts'
import { Learner, Roster, RosterQuery } from './roster.ts'

const OfCourse = z.object({ courseId: CourseId })
/** Of the identity provider: nothing of an address's own signs is in it. */
const OfLearner = OfCourse.extend({ learnerId: UserId.regex(/^[\w.:-]+$/) })

const OfCode = OfCourse.extend({ codeId: z.uuid() })

/** What a course's teachers see of its learners, and do. */
export const people = defineRoutes(
  { service: 'teaching', access: 'user' },
  {
    listLearners: {
      method: 'GET',
      path: '/teaching/courses/{courseId}/people',
      summary: 'Who is enrolled in a course, with how far they are; looked for by name or address',
      right: 'read',
      params: OfCourse,
      query: RosterQuery,
      response: Roster,
      errors: ['not_found'],
    },
    removeLearner: {
      method: 'DELETE',
      path: '/teaching/courses/{courseId}/people/{learnerId}',
      summary:
        'Take somebody out of a course; what they did is kept, and for 30 days this can be undone',
      right: 'people',
      params: OfLearner,
      errors: ['not_found'],
    },
    returnLearner: {
      method: 'PUT',
      path: '/teaching/courses/{courseId}/people/{learnerId}',
      summary: 'Undo that somebody was taken out of a course; 409: it is full',
      right: 'people',
      params: OfLearner,
      response: Learner,
      errors: ['not_found', 'conflict'],
    },
    changeAccess: {
      method: 'PATCH',
      path: '/teaching/courses/{courseId}/people/{learnerId}',
      summary: 'Suspend somebody, take them back, or set the last day on which they may learn',
      right: 'people',
      params: OfLearner,
      body: z
        .object({
          suspended: z.boolean(),
          /** By the calendar of the course's zone, this day included; null: no such day. */
          endsOn: z.iso.date().nullable(),
        })
        .partial(),
      response: Learner,
      errors: ['not_found'],
    },
    listCodes: {
      method: 'GET',
      path: '/teaching/courses/{courseId}/codes',
      summary: 'The codes by which people enrol in a course',
      right: 'people',
      params: OfCourse,
      response: z.object({ items: z.array(EnrolmentCode) }),
      errors: ['not_found'],
    },
    makeCode: {
      method: 'POST',
      path: '/teaching/courses/{courseId}/codes',
      summary: 'Make a code, under an id of my own; told again, it is the same',
      right: 'people',
      params: OfCourse,
      body: z.object({ id: z.uuid(), label: CodeLabel }),
      response: EnrolmentCode,
      errors: ['not_found', 'conflict'],
      idempotent: true,
    },
    changeCode: {
      method: 'PATCH',
      path: '/teaching/courses/{courseId}/codes/{codeId}',
      summary: 'Stop a code, let it enrol again, or put another in its place',
      right: 'people',
      params: OfCode,
      body: z
        .object({
          stopped: z.boolean(),
          /** The code that is to be another: one that is another by now stays. */
          instead: z.string().max(codeLimits.typed),
        })
        .partial(),
      response: EnrolmentCode,
      errors: ['not_found'],
    },
  },
)
