import { z } from 'zod'
import { LessonKind, ofAnyKind } from '#contract/lessons/kinds/index'
import { AssetId, CourseId, Instant, LessonId, ModuleId } from '#contract/platform/ids'
import { AudioTrack, Chapters, Language } from '#contract/videos/asset'

const mediaOf = (courseId: CourseId, assetId: AssetId) => `content/${courseId}/media/${assetId}/`

/**
 * The content bucket's layout. A key is also its address below the web origin, so that one signed
 * cookie for `/content/<courseId>/*` covers a course's outline and its media.
 *
 * Below an asset's folder, `v<n>/` holds what one encode made and never changes. The files beside it
 * have the same names for ever and point into the live version: a link in an old outline plays the new
 * video, and captions come without a new encode.
 */
export const contentKeys = {
  course: (courseId: CourseId) => `content/${courseId}/`,
  outline: (courseId: CourseId, version: number) =>
    `content/${courseId}/versions/${version}/outline.json`,
  /** A version's contents for the public page. Below no address of the edge: the API serves it. */
  contents: (courseId: CourseId, version: number) => `pages/${courseId}/${version}.json`,
  media: mediaOf,
  playback: (courseId: CourseId, assetId: AssetId) => `${mediaOf(courseId, assetId)}playback.json`,
  hls: (courseId: CourseId, assetId: AssetId) => `${mediaOf(courseId, assetId)}index.m3u8`,
  dash: (courseId: CourseId, assetId: AssetId) => `${mediaOf(courseId, assetId)}index.mpd`,
  poster: (courseId: CourseId, assetId: AssetId) => `${mediaOf(courseId, assetId)}poster.jpg`,
  /** What MediaConvert writes: `index.m3u8`, `index.mpd` and what they name, and `posterCapture`s. */
  encode: (courseId: CourseId, assetId: AssetId, version: number) =>
    `${mediaOf(courseId, assetId)}v${version}/`,
  /** A frame that MediaConvert captured, from 0. */
  posterCapture: (courseId: CourseId, assetId: AssetId, version: number, capture: number) =>
    `${mediaOf(courseId, assetId)}v${version}/poster.${String(capture).padStart(7, '0')}.jpg`,
  /** WebVTT whose cues are pieces of the sprites: `tile.jpg#xywh=0,0,160,90`. */
  thumbnails: (courseId: CourseId, assetId: AssetId, version: number) =>
    `${mediaOf(courseId, assetId)}v${version}/thumbnails.vtt`,
  captions: (courseId: CourseId, assetId: AssetId, language: Language, revision: number) =>
    `${mediaOf(courseId, assetId)}captions/${language}.${revision}.vtt`,
  /** The same as HLS lists it, as long as the version that it goes with. */
  captionsPlaylist: (
    courseId: CourseId,
    assetId: AssetId,
    language: Language,
    revision: number,
    version: number,
  ) => `${mediaOf(courseId, assetId)}captions/${language}.${revision}.v${version}.m3u8`,
} as const

/** Every file of every `encode`, by a pattern of the edge, whose `*` is any text. */
export const ENCODED_FILES = '/content/*/media/*/v*/*'

/**
 * All that a player needs to know of a live asset: `playback.json`. Addresses are as seen from that file, since it is
 * read below several prefixes; earlier versions of Lectern wrote them from the origin's root.
 */
export const Playback = z.object({
  assetId: AssetId,
  version: z.number().int().min(1),
  durationSeconds: z.number().positive(),
  /** As shown. Pixels of the largest rendition. */
  width: z.number().int().positive(),
  height: z.number().int().positive(),
  hlsUrl: z.string(),
  dashUrl: z.string(),
  posterUrl: z.string(),
  thumbnailsUrl: z.string().nullable(),
  audio: z.array(AudioTrack),
  captions: z.array(z.object({ language: Language, label: z.string(), url: z.string() })),
  chapters: Chapters,
})
export type Playback = z.infer<typeof Playback>

/** A published lesson: its line in the outline, and what whoever opens it is shown. */
const PublishedLesson = z.intersection(ofAnyKind('line'), ofAnyKind('content'))
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

/** What the public page and the teachers' tools need of a published version, without its texts. */
export const PublishedContents = z.object({
  modules: z.array(
    z.object({
      title: z.string(),
      lessons: z.array(
        z.object({
          id: LessonId,
          title: z.string(),
          kind: LessonKind,
          assetId: AssetId.nullable(),
          durationSeconds: z.number().nullable(),
        }),
      ),
    }),
  ),
})
export type PublishedContents = z.infer<typeof PublishedContents>
