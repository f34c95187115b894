import { z } from 'zod'
import { AssetId, CourseId } from './ids.ts'
import { AssetState } from './models/asset.ts'

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
    /** The sentence for the uploader. */
    reason: z.string().nullable(),
  }),
})
export type AssetEnded = z.infer<typeof AssetEnded>

/** EventBridge event by which the edge learns that nothing of an asset is left. */
export const AssetDeleted = z.object({
  id: z.string(),
  source: z.literal('lectern.media'),
  'detail-type': z.literal('Asset Deleted'),
  detail: z.object({ deploymentId: z.string(), assetId: AssetId, courseId: CourseId }),
})
export type AssetDeleted = z.infer<typeof AssetDeleted>

/** EventBridge `MediaConvert Job State Change`. */
export const JobStateChange = z.object({
  id: z.string(),
  time: z.string(),
  source: z.literal('aws.mediaconvert'),
  'detail-type': z.literal('MediaConvert Job State Change'),
  detail: z.object({
    /** Epoch milliseconds. */
    timestamp: z.number(),
    jobId: z.string(),
    status: z.enum([
      'PROGRESSING',
      'STATUS_UPDATE',
      'COMPLETE',
      'ERROR',
      'CANCELED',
      'INPUT_INFORMATION',
      'NEW_WARNING',
    ]),
    userMetadata: z.record(z.string(), z.string()).default({}),
    jobProgress: z.object({ jobPercentComplete: z.number().optional() }).optional(),
    errorCode: z.number().optional(),
    errorMessage: z.string().optional(),
  }),
})
export type JobStateChange = z.infer<typeof JobStateChange>
