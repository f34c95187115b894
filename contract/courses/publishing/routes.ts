import { z } from 'zod'
import { CourseDraft } from '#contract/courses/course'
import { PageQuery, pageOf } from '#contract/http/paging'
import { defineRoutes } from '#contract/http/route'
import { CourseId, Instant, LessonId } from '#contract/platform/ids'
import { Changes } from './changes.ts'
import { HistoryEntry } from './history.ts'
import { CoursePreview, LessonPreview } from './preview.ts'
import { ScheduledPublishing } from './schedule.ts'
import { PublishWarning } from './warnings.ts'

const OfCourse = z.object({ courseId: CourseId })
const Version = z.coerce.number().int().min(1).max(999_999)

export const publishing = defineRoutes(
  { service: 'teaching', access: 'user' },
  {
    publishCourse: {
      method: 'POST',
      path: '/teaching/courses/{courseId}/versions',
      right: 'publish',
      summary: 'Publish the draft as a new immutable version',
      params: OfCourse,
      response: CourseDraft,
      status: 201,
      errors: ['not_found', 'conflict'],
    },
    getPublishing: {
      method: 'GET',
      path: '/teaching/courses/{courseId}/publishing',
      right: 'read',
      summary: 'What publishing the draft would change, and what is likely a mistake in it',
      params: OfCourse,
      response: Changes.extend({
        /** Nothing is published that the draft could be compared with. */
        first: z.boolean(),
        warnings: z.array(PublishWarning),
        warningCount: z.number().int().min(0),
      }),
      errors: ['not_found'],
    },
    previewCourse: {
      method: 'GET',
      path: '/teaching/courses/{courseId}/preview',
      right: 'read',
      summary: 'The draft as learners would see it, without what its lessons show',
      params: OfCourse,
      response: CoursePreview,
      errors: ['not_found'],
    },
    previewLesson: {
      method: 'GET',
      path: '/teaching/courses/{courseId}/preview/{lessonId}',
      right: 'read',
      summary: 'A lesson of the draft as learners would see it, or what stands in its way',
      params: OfCourse.extend({ lessonId: LessonId }),
      response: LessonPreview,
      errors: ['not_found'],
    },
    listVersions: {
      method: 'GET',
      path: '/teaching/courses/{courseId}/versions',
      right: 'read',
      summary: 'What learners saw, newest first: by whose doing and what it changed',
      params: OfCourse,
      query: PageQuery.extend({ limit: z.coerce.number().int().min(1).max(50).default(20) }),
      response: pageOf(HistoryEntry),
      errors: ['not_found'],
    },
    compareVersions: {
      method: 'GET',
      path: '/teaching/courses/{courseId}/changes',
      right: 'read',
      summary: 'What a version changed since another, whichever was published first',
      params: OfCourse,
      query: z.object({ since: Version, version: Version }),
      response: Changes,
      errors: ['not_found'],
    },
    pointToVersion: {
      method: 'PUT',
      path: '/teaching/courses/{courseId}/live',
      right: 'publish',
      summary: 'Have learners see a version that was published before; the draft stays as it is',
      params: OfCourse,
      body: z.object({
        version: Version,
        /** Which was seen to be live: where another is by now, nothing changes. */
        instead: Version,
      }),
      response: CourseDraft,
      errors: ['not_found', 'conflict'],
    },
    getSchedule: {
      method: 'GET',
      path: '/teaching/courses/{courseId}/schedule',
      right: 'read',
      summary: 'When the draft is published by itself, or why it was not',
      params: OfCourse,
      response: z.object({ scheduled: ScheduledPublishing.nullable() }),
      errors: ['not_found'],
    },
    setSchedule: {
      method: 'PUT',
      path: '/teaching/courses/{courseId}/schedule',
      right: 'publish',
      summary: 'Publish the draft, as it is then, at a time to come',
      params: OfCourse,
      body: z.object({ at: Instant }),
      response: z.object({ scheduled: ScheduledPublishing }),
      errors: ['not_found'],
    },
    cancelSchedule: {
      method: 'DELETE',
      path: '/teaching/courses/{courseId}/schedule',
      right: 'publish',
      summary: 'Do not publish the draft by itself',
      params: OfCourse,
      errors: ['not_found'],
    },
  },
)
