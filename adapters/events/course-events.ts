import type { EventBridgeClient } from '@aws-sdk/client-eventbridge'
import type { CourseCopyingAsked, CoursePublished } from '#contract/courses/events'
import type { CopyEvents } from '#core/courses/copying/ports'
import type { CourseEvents } from '#core/courses/page-ports'
import { putEvent } from './put-event.ts'

/** Tells the edge of what was published. */
export const createCourseEvents = (
  client: EventBridgeClient,
  deploymentId: string,
): CourseEvents => ({
  published: ({ id: courseId, slug, formerSlugs }) =>
    putEvent(client, {
      source: 'lectern.courses',
      'detail-type': 'Course Published',
      detail: { deploymentId, courseId, slug, formerSlugs },
    } satisfies Omit<CoursePublished, 'id'>),
})

/** Asks for what a copy of a course still lacks. */
export const createCopyEvents = (client: EventBridgeClient, deploymentId: string): CopyEvents => ({
  asked: (courseId) =>
    putEvent(client, {
      source: 'lectern.courses',
      'detail-type': 'Course Copying Asked',
      detail: { deploymentId, courseId },
    } satisfies CourseCopyingAsked),
})
