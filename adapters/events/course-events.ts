import type { EventBridgeClient } from '@aws-sdk/client-eventbridge'
import type { CoursePublished } from '#contract/courses/events'
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
