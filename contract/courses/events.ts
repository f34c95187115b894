import { z } from 'zod'
import { recordedEvent } from '#contract/events/recorded-event'
import { CourseId, Slug } from '#contract/platform/ids'

/** EventBridge event by which the edge learns that what public pages show was published again. */
export const CoursePublished = z.object({
  id: z.string(),
  source: z.literal('lectern.courses'),
  'detail-type': z.literal('Course Published'),
  detail: z.object({
    deploymentId: z.string(),
    courseId: CourseId,
    slug: Slug,
    formerSlugs: z.array(Slug).default([]),
  }),
})
export type CoursePublished = z.infer<typeof CoursePublished>

/** EventBridge event by which a worker is asked to copy what a copy of a course still lacks. */
export const CourseCopyingAsked = z.object({
  source: z.literal('lectern.courses'),
  'detail-type': z.literal('Course Copying Asked'),
  detail: z.object({ deploymentId: z.string(), courseId: CourseId }),
})
export type CourseCopyingAsked = z.infer<typeof CourseCopyingAsked>

/** A version of a course came to be what learners see. */
export const CourseVersionPublished = recordedEvent('course_published', {
  version: z.number().int().min(1),
})
