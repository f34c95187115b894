import { z } from 'zod'
import { defineRoutes } from '#contract/http/route'
import { AssetId, CourseId } from '#contract/platform/ids'
import { MediaType, ObjectKey, ObjectName } from './names.ts'

const OfCourse = z.object({ courseId: CourseId })
const OfUpload = OfCourse.extend({ uploadId: z.string().min(1).max(2048) })

/** Multipart uploads straight to the ingest bucket, by presigned parts. */
export const uploads = defineRoutes(
  { service: 'teaching', access: 'user' },
  {
    startUpload: {
      method: 'POST',
      path: '/teaching/courses/{courseId}/uploads',
      right: 'media',
      summary: 'Begin a multipart upload straight to the ingest bucket',
      params: OfCourse,
      body: z.object({
        fileName: ObjectName.min(1),
        sizeBytes: z.number().int().min(1),
        contentType: MediaType.default('application/octet-stream'),
        /** Folders below the course, as a dropped folder has them: `02 Linear maps`. @default one of its own */
        folder: ObjectName.optional(),
        /** Makes the upload the next version of this asset instead of another asset. */
        replaces: AssetId.optional(),
        /** Puts captions or chapters beside this video, by whose name they are called: `kernel.en.vtt`. */
        beside: AssetId.optional(),
      }),
      response: z.object({
        uploadId: z.string(),
        key: ObjectKey,
        /** Every part has this size, but for the last. Bytes. */
        partSizeBytes: z.number().int(),
        partCount: z.number().int(),
      }),
      status: 201,
      errors: ['not_found', 'too_large'],
    },
    signParts: {
      method: 'POST',
      path: '/teaching/courses/{courseId}/uploads/{uploadId}/parts',
      right: 'media',
      summary: 'Addresses to PUT parts to, valid for an hour, and the parts that arrived whole',
      params: OfUpload,
      body: z.object({
        key: ObjectKey,
        partNumbers: z.array(z.number().int().min(1).max(10_000)).min(1).max(100),
      }),
      response: z.object({
        urls: z.array(z.object({ partNumber: z.number().int(), url: z.string() })),
        arrived: z.array(z.number().int()),
      }),
      errors: ['not_found'],
      idempotent: true,
    },
    completeUpload: {
      method: 'POST',
      path: '/teaching/courses/{courseId}/uploads/{uploadId}/completion',
      right: 'media',
      summary: 'Join the parts once all have arrived whole; ingest starts by itself',
      params: OfUpload,
      body: z.object({ key: ObjectKey }),
      status: 204,
      errors: ['not_found', 'conflict'],
      idempotent: true,
    },
    abortUpload: {
      method: 'DELETE',
      path: '/teaching/courses/{courseId}/uploads/{uploadId}',
      right: 'media',
      summary: 'Give an upload up and delete its parts',
      params: OfUpload,
      query: z.object({ key: ObjectKey }),
      errors: ['not_found'],
    },
  },
)
