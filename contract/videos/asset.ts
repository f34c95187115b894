import { z } from 'zod'
import { Said } from '#contract/http/said'
import { AssetId, CourseId, Instant, LessonId } from '#contract/platform/ids'
import { videoLimits } from './limits.ts'

/**
 * `uploaded → probing → queued → transcoding → ready`, or one of the ends that need somebody: `held` waits
 * for a release, `rejected` for another upload, `failed` for a retry. `deleting` is the last of all.
 */
export const AssetState = z.enum([
  'uploaded',
  'probing',
  'held',
  'queued',
  'transcoding',
  'ready',
  'rejected',
  'failed',
  'deleting',
])
export type AssetState = z.infer<typeof AssetState>

/** One step of the ladder. Pixels; bits per second. */
export const Rung = z.object({
  /** The ladder's step that it stands on: `720p`, also for the 576 lines of a source that lies between. */
  name: z.enum(['1080p', '720p', '480p', '360p', '240p']),
  width: z.number().int().positive(),
  height: z.number().int().positive(),
  maxBitrate: z.number().int().positive(),
})
export type Rung = z.infer<typeof Rung>

/** As its registry writes it: `en-US` for `EN-us`, `en` for `eng`. What is no tag stays as it is. */
const canonicalTag = (tag: string): string => {
  try {
    return Intl.getCanonicalLocales(tag)[0] ?? tag
  } catch {
    return tag
  }
}

/** A language as BCP 47 names it: `en`, `pt-BR`, `zh-Hant`; `und` where nobody said. */
export const Language = z
  .string()
  .overwrite(canonicalTag)
  .regex(/^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}$/, 'unlike_a_language')
export type Language = z.infer<typeof Language>

/** One audio track of a source, in the source's order. */
export const AudioTrack = z.object({ language: Language, channels: z.number().int().min(0) })
export type AudioTrack = z.infer<typeof AudioTrack>

/** What a look at the source told, before anything was encoded. Sides as shown: turned, pixels square. */
export const SourceFacts = z.object({
  durationSeconds: z.number().positive(),
  width: z.number().int().positive(),
  height: z.number().int().positive(),
  /** The mean, where the rate varies. */
  frameRate: z.number().positive(),
  videoCodec: z.string(),
  container: z.string(),
  /** Whether its pictures are fields, of which two make a frame. */
  interlaced: z.boolean(),
  /** Whether its colours are as browsers take them: BT.709, or nothing said, in limited range and no HDR. */
  webColour: z.boolean(),
  audio: z.array(AudioTrack),
})
export type SourceFacts = z.infer<typeof SourceFacts>

/** Captions in one language. They change without a new encode; each change is a new revision. */
export const CaptionTrack = z.object({
  language: Language,
  /** What a menu shows: `English`. */
  label: z.string().min(1).max(videoLimits.captionsLabel),
  revision: z.number().int().min(1),
  cueCount: z.number().int().min(0),
  /** The WebVTT file, below the web origin. */
  url: z.string(),
  updatedAt: Instant,
})
export type CaptionTrack = z.infer<typeof CaptionTrack>

export const Chapter = z.object({
  startSeconds: z.number().min(0).max(86_400),
  title: z.string().trim().min(1).max(videoLimits.chapterTitle),
})
export type Chapter = z.infer<typeof Chapter>

export const MOST_CHAPTERS = 200
/** In ascending order, the first at 0 where there is any. */
export const Chapters = z.array(Chapter).max(MOST_CHAPTERS)

/** A state that an asset came to, and why. */
export const AssetHistoryEntry = z.object({
  at: Instant,
  version: z.number().int().min(1),
  state: AssetState,
  note: Said.nullable(),
})
export type AssetHistoryEntry = z.infer<typeof AssetHistoryEntry>

/** What an encode that runs is at: reading its source, encoding it, or writing what is left to write. */
export const EncodePhase = z.enum(['probing', 'transcoding', 'uploading'])
export type EncodePhase = z.infer<typeof EncodePhase>

/** What a list shows of an asset. */
export const AssetCard = z.object({
  id: AssetId,
  /** Null when the upload named no course that exists. */
  courseId: CourseId.nullable(),
  fileName: z.string(),
  /** The object in the ingest bucket; putting another there makes the next version of the same asset. */
  sourceKey: z.string(),
  sizeBytes: z.number().int().min(0),
  /** Which upload of its key this is, from 1. State, percent, reason and source speak of this version. */
  version: z.number().int().min(1),
  /** The version that learners see; null until the first was ready. */
  liveVersion: z.number().int().min(1).nullable(),
  state: AssetState,
  /** Since when it is in that state. */
  stateSince: Instant,
  /** While transcoding, as far as it is told; null where it is not. */
  phase: EncodePhase.nullable(),
  /** 0–100; null while nobody tells, which is the rule for videos with sound. */
  percent: z.number().int().min(0).max(100).nullable(),
  /** Why it is held, was rejected or failed, and what to do. */
  reason: Said.nullable(),
  durationSeconds: z.number().positive().nullable(),
  /** What encoding costs by estimate, in US dollars; known after the probe, 0 where renditions were reused. */
  estimatedCostUsd: z.number().min(0).nullable(),
  posterUrl: z.string().nullable(),
  captionLanguages: z.array(Language),
  createdAt: Instant,
  updatedAt: Instant,
})
export type AssetCard = z.infer<typeof AssetCard>

/** An uploaded video and what became of it. */
export const Asset = AssetCard.omit({ captionLanguages: true, durationSeconds: true }).extend({
  /** Which try at encoding this version it is, from 1. */
  attempt: z.number().int().min(1),
  source: SourceFacts.nullable(),
  rungs: z.array(Rung),
  /** What is known of `liveVersion`, which may be another than the version that `source` speaks of. */
  liveFacts: z.object({ source: SourceFacts, rungs: z.array(Rung) }).optional(),
  /** The asset whose renditions were copied because its content is the same. */
  reusedFrom: AssetId.nullable(),
  /** Addresses below the web origin, the same for every version; null until one is live. */
  playbackUrl: z.string().nullable(),
  hlsUrl: z.string().nullable(),
  dashUrl: z.string().nullable(),
  captions: z.array(CaptionTrack),
  chapters: Chapters,
  /** The latest last; the oldest fall away. */
  history: z.array(AssetHistoryEntry),
})
export type Asset = z.infer<typeof Asset>

/** A lesson that shows an asset. */
export const AssetUse = z.object({
  lessonId: LessonId,
  title: z.string(),
  /** Whether learners see it so now, beside the draft. */
  published: z.boolean(),
})
export type AssetUse = z.infer<typeof AssetUse>

/** The month's encoding by estimate, in US dollars. */
export const EncodingBudget = z.object({
  /** `2026-11`, in UTC. */
  month: z.string(),
  spentUsd: z.number().min(0),
  /** Null where there is no limit. */
  limitUsd: z.number().min(0).nullable(),
  /** Whether I may release what is held. */
  mayRelease: z.boolean(),
})
export type EncodingBudget = z.infer<typeof EncodingBudget>

/** One thing that an encode is paid for. */
export const CostPart = z.object({
  /** Renditions of below 720 lines, of up to 1080, and of more; pictures for the poster; an even loudness. */
  kind: z.enum(['sd', 'hd', 'uhd', 'poster', 'loudness']),
  /** How many outputs of the encode it is. */
  outputs: z.number().int().min(1),
  costUsd: z.number().min(0),
})
export type CostPart = z.infer<typeof CostPart>

/** What an encode costs by estimate, in US dollars. */
export const EncodingCost = z.object({
  totalUsd: z.number().min(0),
  /** `professional`, and dearer, where fields must become frames or colours be converted. */
  tier: z.enum(['basic', 'professional']),
  parts: z.array(CostPart),
})
export type EncodingCost = z.infer<typeof EncodingCost>

/** What encoding a video would make and cost, before it is uploaded. */
export const EncodingEstimate = z.object({
  /** Why the video would be rejected, as far as is known. Null when nothing speaks against it. */
  objection: Said.nullable(),
  rungs: z.array(Rung),
  cost: EncodingCost,
  budget: EncodingBudget,
})
export type EncodingEstimate = z.infer<typeof EncodingEstimate>
