import {
  AbortMultipartUploadCommand,
  CompleteMultipartUploadCommand,
  CreateMultipartUploadCommand,
  HeadObjectCommand,
  ListPartsCommand,
  type S3Client,
  UploadPartCommand,
} from '@aws-sdk/client-s3'
import { getSignedUrl } from '@aws-sdk/s3-request-presigner'
import type { StoredPart, UploadStore } from '#core/courses/content-ports'

const URL_SECONDS = 3600
/** In S3's object metadata: `x-amz-meta-lectern-upload`. */
const MARK = 'lectern-upload'

/**
 * The client must have `requestChecksumCalculation: "WHEN_REQUIRED"`: otherwise a presigned address
 * carries the checksum of an empty body, and S3 refuses the part.
 */
export const createUploadStore = (client: S3Client, bucket: string): UploadStore => ({
  start: async (key, contentType, mark) => {
    const { UploadId } = await client.send(
      new CreateMultipartUploadCommand({
        Bucket: bucket,
        Key: key,
        ContentType: contentType,
        Metadata: { [MARK]: mark },
      }),
    )
    if (!UploadId) throw new Error('S3 began an upload without an id')
    return UploadId
  },

  markOf: async (key) => {
    const found = await client
      .send(new HeadObjectCommand({ Bucket: bucket, Key: key }))
      .catch((error: unknown) => {
        if (isNamed(error, ['NotFound'])) return null
        throw error
      })
    return found?.Metadata?.[MARK] ?? null
  },

  signPart: (key, uploadId, partNumber) =>
    getSignedUrl(
      client,
      new UploadPartCommand({
        Bucket: bucket,
        Key: key,
        UploadId: uploadId,
        PartNumber: partNumber,
      }),
      { expiresIn: URL_SECONDS },
    ),

  listParts: async (key, uploadId) => {
    const parts: StoredPart[] = []
    const of = { Bucket: bucket, Key: key, UploadId: uploadId }
    // A page has at most 1,000. By `IsTruncated`: S3 names a next marker on the last page too, where the SDK's paginator never ends.
    let marker: string | undefined
    do {
      const page = await client
        .send(new ListPartsCommand({ ...of, PartNumberMarker: marker }))
        .catch((error: unknown) => {
          if (isNamed(error, ['NoSuchUpload'])) return null
          throw error
        })
      if (!page) return null
      for (const { PartNumber, ETag, Size = 0 } of page.Parts ?? [])
        if (PartNumber && ETag) parts.push({ partNumber: PartNumber, etag: ETag, sizeBytes: Size })
      marker = page.IsTruncated ? page.NextPartNumberMarker : undefined
    } while (marker)
    return parts
  },

  complete: async (key, uploadId, parts) => {
    try {
      await client.send(
        new CompleteMultipartUploadCommand({
          Bucket: bucket,
          Key: key,
          UploadId: uploadId,
          MultipartUpload: {
            Parts: parts.map(({ partNumber, etag }) => ({ PartNumber: partNumber, ETag: etag })),
          },
        }),
      )
      return 'joined'
    } catch (error) {
      if (isNamed(error, ['NoSuchUpload'])) return 'gone'
      if (isNamed(error, OTHER_PARTS)) return 'changed'
      throw error
    }
  },

  abort: async (key, uploadId) => {
    const upload = { Bucket: bucket, Key: key, UploadId: uploadId }
    await client.send(new AbortMultipartUploadCommand(upload)).catch((error: unknown) => {
      if (!isNamed(error, ['NoSuchUpload'])) throw error
    })
  },
})

/**
 * S3's answers where what is stored is not what was listed, because a part came once more in between.
 * https://docs.aws.amazon.com/AmazonS3/latest/API/API_CompleteMultipartUpload.html
 */
const OTHER_PARTS = ['InvalidPart', 'EntityTooSmall']

const isNamed = (error: unknown, names: readonly string[]) =>
  error instanceof Error && names.includes(error.name)
