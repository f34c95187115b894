import { z } from 'zod'
import { type AssetId, CourseId, Instant, LessonId, ModuleId } from './ids.ts'

/**
 * The content bucket's layout. A key is also its address below the web origin, so that one signed
 * cookie for `/content/<courseId>/*` covers a course's outline and its media.
 */
export const contentKeys = {
  course: (courseId: CourseId) => `content/${courseId}/`,
  outline: (courseId: CourseId, version: number) =>
    `content/${courseId}/versions/${version}/outline.json`,
  media: (courseId: CourseId, assetId: AssetId) => `content/${courseId}/media/${assetId}/`,
  /** Names that MediaConvert gives: destination `…/media/<assetId>/index`. */
  hls: (courseId: CourseId, assetId: AssetId) => `content/${courseId}/media/${assetId}/index.m3u8`,
  dash: (courseId: CourseId, assetId: AssetId) => `content/${courseId}/media/${assetId}/index.mpd`,
  poster: (courseId: CourseId, assetId: AssetId) =>
    `content/${courseId}/media/${assetId}/poster.0000000.jpg`,
} as const

const PublishedLesson = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('video'),
    id: LessonId,
    title: z.string(),
    durationSeconds: z.number(),
    hlsUrl: z.string(),
    dashUrl: z.string(),
    posterUrl: z.string().nullable(),
  }),
  z.object({ kind: z.literal('article'), id: LessonId, title: z.string(), text: z.string() }),
])
export type PublishedLesson = z.infer<typeof PublishedLesson>

/** One immutable published version of a course, as it lies in the content bucket. */
export const PublishedOutline = z.object({
  courseId: CourseId,
  version: z.number().int().min(1),
  title: z.string(),
  summary: z.string(),
  publishedAt: Instant,
  modules: z.array(
    z.object({ id: ModuleId, title: z.string(), lessons: z.array(PublishedLesson) }),
  ),
})
export type PublishedOutline = z.infer<typeof PublishedOutline>
