import { z } from 'zod'

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

/** What our jobs carry, and every state change of theirs brings back. */
export const JobMetadata = z.object({ deploymentId: z.string(), assetId: z.string() })
export type JobMetadata = z.infer<typeof JobMetadata>

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
