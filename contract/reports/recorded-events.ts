import { z } from 'zod'
import { CourseVersionPublished } from '#contract/courses/events'
import { CourseCompleted, Enrolled, Left } from '#contract/enrolments/events'
import { Learned, LessonCompleted, LessonStarted, Watched } from '#contract/progress/events'
import { VideoEncoded } from '#contract/videos/events'

/** Every event that is recorded. What reports say comes from these alone. */
export const RecordedEvent = z.discriminatedUnion('event', [
  Enrolled,
  Left,
  CourseCompleted,
  LessonStarted,
  LessonCompleted,
  Learned,
  Watched,
  CourseVersionPublished,
  VideoEncoded,
])
export type RecordedEvent = z.infer<typeof RecordedEvent>
