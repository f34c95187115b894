import { z } from 'zod'
import { CourseDraft, CourseTitle } from '#contract/courses/course'
import { defineRoutes } from '#contract/http/route'
import { CopyKey } from '#contract/lessons/routes'
import { CourseId } from '#contract/platform/ids'
import { CourseCopying } from './copying.ts'
import { MOST_SHIFTED_DAYS } from './dates-of.ts'

const OfCourse = z.object({ courseId: CourseId })

export const copying = defineRoutes(
  { service: 'teaching', access: 'user' },
  {
    copyCourse: {
      access: 'author',
      method: 'POST',
      path: '/teaching/courses/{courseId}/copies',
      right: 'edit',
      summary:
        'Copy a course with its lessons, videos and files to a private draft of my own; the videos and files follow',
      params: OfCourse,
      body: z.object({
        key: CopyKey,
        /** The copy's. */
        title: CourseTitle,
        /** By how many days its dates are later. */
        days: z.number().int().min(-MOST_SHIFTED_DAYS).max(MOST_SHIFTED_DAYS).default(0),
      }),
      response: CourseDraft,
      status: 201,
      errors: ['not_found', 'conflict'],
      idempotent: true,
    },
    getCopying: {
      method: 'GET',
      path: '/teaching/courses/{courseId}/copying',
      right: 'read',
      summary: 'How the copying of a course stands that is a copy; null of any other',
      params: OfCourse,
      response: z.object({ copying: CourseCopying.nullable() }),
      errors: ['not_found'],
    },
    retryCopying: {
      method: 'POST',
      path: '/teaching/courses/{courseId}/copying',
      right: 'edit',
      summary: 'Copy what is not copied yet, or go on without what is missing',
      params: OfCourse,
      body: z.object({
        /** Without what was deleted before it could be copied. */
        without: z.boolean().default(false),
      }),
      response: z.object({ copying: CourseCopying }),
      errors: ['not_found'],
      idempotent: true,
    },
  },
)
