import { z } from 'zod'
import { LessonContent, PublishedContents, PublishedLine } from '#contract/courses/content'
import { CourseFacts } from '#contract/courses/properties/properties'
import { Said } from '#contract/http/said'
import { CourseId, ModuleId } from '#contract/platform/ids'

/** A lesson of a draft in a list, though it may lack what learners could be shown of it. */
export const PreviewLine = PublishedContents.shape.modules.element.shape.lessons.element.omit({
  assetId: true,
  videosWithin: true,
  fileIds: true,
})
export type PreviewLine = z.infer<typeof PreviewLine>

/** A draft as learners would see it if it were published as it is. Its gates are all there, whatever the time. */
export const CoursePreview = z.object({
  courseId: CourseId,
  title: z.string(),
  ...CourseFacts.pick({ startsOn: true, endsOn: true, timeZone: true }).shape,
  modules: z.array(z.object({ id: ModuleId, title: z.string(), lessons: z.array(PreviewLine) })),
})
export type CoursePreview = z.infer<typeof CoursePreview>

/** What a lesson of a draft would show, or what stands in its way. */
export const LessonPreview = z.object({
  shown: z.object({ line: PublishedLine, content: LessonContent }).nullable(),
  problem: Said.nullable(),
})
export type LessonPreview = z.infer<typeof LessonPreview>
