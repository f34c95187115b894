import { z } from 'zod'
import { recordedEvent } from '#contract/events/recorded-event'
import { AssetId, CourseId, FileId } from '#contract/platform/ids'
import { AssetState } from './asset.ts'

/** EventBridge `Object Created` of S3, whatever way the object was written. */
export const ObjectCreated = z.object({
  id: z.string(),
  time: z.string(),
  source: z.literal('aws.s3'),
  'detail-type': z.literal('Object Created'),
  detail: z.object({
    bucket: z.object({ name: z.string() }),
    object: z.object({
      /** As it is, not URL-encoded. */
      key: z.string(),
      size: z.number().int(),
      etag: z.string(),
      sequencer: z.string(),
    }),
    reason: z.string(),
  }),
})
export type ObjectCreated = z.infer<typeof ObjectCreated>

/**
 * What our jobs carry, and every state change of theirs brings back. MediaConvert knows text alone;
 * version and attempt tell a job of now from one of before.
 */
export const JobMetadata = z.object({
  deploymentId: z.string(),
  assetId: z.string(),
  version: z.coerce.number().int(),
  attempt: z.coerce.number().int(),
})
export type JobMetadata = z.infer<typeof JobMetadata>

/** What is to be done with an asset; whoever asks has saved the state that allows it. */
export const MediaCommand = z.object({
  deploymentId: z.string(),
  assetId: AssetId,
  command: z.enum(['encode', 'cancel', 'delete', 'tidy']),
})
export type MediaCommand = z.infer<typeof MediaCommand>

/** EventBridge event by which one of our functions asks the media workers to act. */
export const MediaCommandEvent = z.object({
  source: z.literal('lectern.media'),
  'detail-type': z.literal('Media Command'),
  detail: MediaCommand,
})
export type MediaCommandEvent = z.infer<typeof MediaCommandEvent>

/** EventBridge event by which people are told of an asset that needs somebody. */
export const AssetEnded = z.object({
  source: z.literal('lectern.media'),
  'detail-type': z.literal('Asset Ended'),
  detail: z.object({
    deploymentId: z.string(),
    assetId: AssetId,
    courseId: CourseId.nullable(),
    fileName: z.string(),
    sourceKey: z.string(),
    state: AssetState,
    /** What is mailed, in words: what became of which upload, and why. */
    headline: z.string(),
    reason: z.string().nullable(),
  }),
})
export type AssetEnded = z.infer<typeof AssetEnded>

const OfAsset = z.object({ deploymentId: z.string(), assetId: AssetId, courseId: CourseId })
/** A file of a course lies as a video does. */
const OfMedia = OfAsset.extend({ assetId: z.union([AssetId, FileId]) })

/** EventBridge event by which the edge learns that an asset's lasting files were written again. */
export const PlaybackPublished = z.object({
  id: z.string(),
  source: z.literal('lectern.media'),
  'detail-type': z.literal('Playback Published'),
  detail: OfAsset,
})
export type PlaybackPublished = z.infer<typeof PlaybackPublished>

/** EventBridge event by which the edge learns that nothing of an asset, or of a file, is left. */
export const AssetDeleted = PlaybackPublished.extend({
  'detail-type': z.literal('Asset Deleted'),
  detail: OfMedia,
})
export type AssetDeleted = z.infer<typeof AssetDeleted>

/** What concerns the edge. */
export const EdgeEvent = z.discriminatedUnion('detail-type', [PlaybackPublished, AssetDeleted])
export type EdgeEvent = z.infer<typeof EdgeEvent>

/**
 * The statuses by which a job moves its asset on. EventBridge keeps the others from us: `INPUT_INFORMATION`,
 * `NEW_WARNING`, `QUEUE_HOP`, and what AWS may add.
 * https://docs.aws.amazon.com/mediaconvert/latest/ug/mediaconvert_event_list.html
 */
export const JobStatus = z.enum(['PROGRESSING', 'STATUS_UPDATE', 'COMPLETE', 'ERROR', 'CANCELED'])

/**
 * EventBridge `MediaConvert Job State Change`. What AWS may leave out it may also send as null.
 * https://docs.aws.amazon.com/mediaconvert/latest/ug/ev_status_status_update.html
 */
export const JobStateChange = z.object({
  id: z.string(),
  time: z.string(),
  source: z.literal('aws.mediaconvert'),
  'detail-type': z.literal('MediaConvert Job State Change'),
  detail: z.object({
    /** Epoch milliseconds. */
    timestamp: z.number(),
    jobId: z.string(),
    status: JobStatus,
    userMetadata: z.record(z.string(), z.unknown()).nullish(),
    jobProgress: z
      .object({
        /** `PROBING`, `TRANSCODING` or `UPLOADING`; others may come. */
        currentPhase: z.string().nullish(),
        /**
         * In a job with an audio-only output, as all with sound are, there is none.
         * https://docs.aws.amazon.com/mediaconvert/latest/ug/feature-limitations-for-audio-only.html
         */
        jobPercentComplete: z.number().nullish(),
      })
      .nullish(),
    errorCode: z.number().nullish(),
    errorMessage: z.string().nullish(),
  }),
})
export type JobStateChange = z.infer<typeof JobStateChange>

/** A version of a video of a course is ready to be watched. */
export const VideoEncoded = recordedEvent('video_encoded', {
  asset: AssetId,
  version: z.number().int().min(1),
  /** Of the video. */
  duration_s: z.number().positive(),
  /** By estimate, in US dollars; 0 where renditions were copied. */
  cost_usd: z.number().min(0),
  /** Of what was uploaded. */
  source_bytes: z.number().int().min(0),
})
