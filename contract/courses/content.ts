import { z } from 'zod'
import { Audience } from '#contract/lessons/gate/audience'
import { LessonKind, ofAnyKind } from '#contract/lessons/kinds/index'
import { AssetId, CourseId, FileId, Instant, LessonId, ModuleId } from '#contract/platform/ids'
import { Rules } from '#contract/rules/rule'
import { AudioTrack, Chapters, Language } from '#contract/videos/asset'
import { type Language as PageLanguage, pageOf } from '#contract/words/languages'
import { contentPrefixes, ownFolder as mediaOf } from './content-paths.ts'
import { CourseDescription } from './properties/properties.ts'

/**
 * The content bucket's layout beside the prefixes of lessons (`content-paths.ts`). A key is also its address below the web
 * origin, where the edge lets teachers in; learners fetch an asset's files by sealed addresses.
 *
 * Below an asset's folder, `v<n>/` holds what one encode made and never changes. The files beside it
 * have the same names for ever and point into the live version: a link in an old outline plays the new
 * video, and captions come without a new encode.
 */
export const contentKeys = {
  course: (courseId: CourseId) => `content/${courseId}/`,
  outline: (courseId: CourseId, version: number) =>
    `${contentPrefixes.member(courseId, version)}outline.json`,
  /** A version's contents for the public page. Below no address of the edge: the API serves it. */
  contents: (courseId: CourseId, version: number) => `pages/${courseId}/${version}.json`,
  /** The web client's page as it was deployed last, by which pages are made. Below no address of the edge. */
  emptyPage: (language: PageLanguage) => `pages/client/${pageOf(language)}`,
  /** Of a video, or of a file: so the same cookies and seals open both. */
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

/** The lasting addresses of an asset's files below the web origin: in its own folder, or in a sealed one. */
export const filesIn = (folder: string) => ({
  playbackUrl: `/${folder}playback.json`,
  hlsUrl: `/${folder}index.m3u8`,
  dashUrl: `/${folder}index.mpd`,
  posterUrl: `/${folder}poster.jpg`,
})

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

export const PublishedLine = ofAnyKind('line')
export type PublishedLine = z.infer<typeof PublishedLine>

/** What whoever may open a lesson is shown: `<lessonId>.json` below the lesson's prefix. */
export const LessonContent = ofAnyKind('content')
export type LessonContent = z.infer<typeof LessonContent>

/** A lesson as a page shows it: its line in the outline, and its content. */
export type PublishedLesson = PublishedLine & LessonContent

/** One immutable published version of a course: what any member may know of it, without what lessons show. */
export const PublishedOutline = z.object({
  courseId: CourseId,
  version: z.number().int().min(1),
  title: z.string(),
  summary: z.string(),
  publishedAt: Instant,
  /** Of the days of rules. Earlier versions knew none. */
  timeZone: z.string().optional(),
  modules: z.array(
    z.object({
      id: ModuleId,
      title: z.string(),
      lessons: z.array(PublishedLine),
    }),
  ),
})
export type PublishedOutline = z.infer<typeof PublishedOutline>

/** What the public page and the teachers' tools need of a published version, without its texts. */
export const PublishedContents = z.object({
  /** Earlier versions of Lectern wrote none. */
  description: CourseDescription,
  /** Of its cover. Earlier versions had none. */
  coverFileId: FileId.nullable().default(null),
  modules: z.array(
    z.object({
      /** Earlier versions of Lectern wrote none. */
      id: ModuleId.optional(),
      title: z.string(),
      lessons: z.array(
        z.object({
          id: LessonId,
          title: z.string(),
          kind: LessonKind,
          assetId: AssetId.nullable(),
          /** Within its text. Earlier versions of Lectern wrote none. */
          videosWithin: z.array(AssetId).default([]),
          /** Earlier versions of Lectern wrote none. */
          fileIds: z.array(FileId).default([]),
          durationSeconds: z.number().nullable(),
          audience: Audience.optional(),
          /** Its module's among them. */
          rules: Rules.optional(),
        }),
      ),
    }),
  ),
})
export type PublishedContents = z.infer<typeof PublishedContents>
