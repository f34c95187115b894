import { z } from 'zod'
import { AssetId, CourseId, Instant } from '../ids.ts'

/** `uploaded → probing → queued → transcoding → ready`, or one of the ends that need somebody. */
export const AssetState = z.enum([
  'uploaded',
  'probing',
  'queued',
  'transcoding',
  'ready',
  'rejected',
  'failed',
  'held',
])
export type AssetState = z.infer<typeof AssetState>

/** One step of the ladder. Pixels; bits per second. */
export const Rung = z.object({
  /** The nominal size, from the shorter side: `720p`. */
  name: z.enum(['1080p', '720p', '480p', '360p', '240p']),
  width: z.number().int().positive(),
  height: z.number().int().positive(),
  maxBitrate: z.number().int().positive(),
})
export type Rung = z.infer<typeof Rung>

/** What a look at the source told, before anything was encoded. */
export const SourceFacts = z.object({
  durationSeconds: z.number().positive(),
  width: z.number().int().positive(),
  height: z.number().int().positive(),
  frameRate: z.number().positive(),
  videoCodec: z.string(),
  audioTracks: z.number().int().min(0),
})
export type SourceFacts = z.infer<typeof SourceFacts>

/** An uploaded video and what became of it. */
export const Asset = z.object({
  id: AssetId,
  /** Null when the upload named no course that exists. */
  courseId: CourseId.nullable(),
  fileName: z.string(),
  sourceKey: z.string(),
  sizeBytes: z.number().int().min(0),
  state: AssetState,
  /** 0–100 while transcoding. */
  percent: z.number().int().min(0).max(100),
  /** Why it was rejected or failed, and what to do: a sentence for the uploader. */
  reason: z.string().nullable(),
  source: SourceFacts.nullable(),
  rungs: z.array(Rung),
  /** What encoding costs by estimate, in US dollars; known after the probe. */
  estimatedCostUsd: z.number().min(0).nullable(),
  /** Addresses below the web origin; null until `ready`. */
  hlsUrl: z.string().nullable(),
  dashUrl: z.string().nullable(),
  posterUrl: z.string().nullable(),
  createdAt: Instant,
  updatedAt: Instant,
})
export type Asset = z.infer<typeof Asset>
