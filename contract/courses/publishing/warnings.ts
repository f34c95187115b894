import { z } from 'zod'
import { LessonId } from '#contract/platform/ids'

const ofLesson = <const Code extends string, Shape extends z.ZodRawShape>(
  code: Code,
  shape: Shape,
) => z.object({ code: z.literal(code), lessonId: LessonId, lesson: z.string(), ...shape })

/** What is likely a mistake, and yet may be published. */
export const PublishWarning = z.discriminatedUnion('code', [
  z.object({ code: z.literal('module_empty'), module: z.string() }),
  ofLesson('video_uncaptioned', {}),
  ofLesson('article_empty', {}),
  ofLesson('images_undescribed', { count: z.number().int().min(1) }),
  ofLesson('images_missing', { count: z.number().int().min(1) }),
  ofLesson('videos_missing', { count: z.number().int().min(1) }),
  ofLesson('videos_uncaptioned', { count: z.number().int().min(1) }),
  ofLesson('link_broken', { address: z.string() }),
])
export type PublishWarning = z.infer<typeof PublishWarning>
