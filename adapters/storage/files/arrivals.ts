import {
  DeleteObjectCommand,
  GetObjectCommand,
  PutObjectCommand,
  type S3Client,
} from '@aws-sdk/client-s3'
import { getSignedUrl } from '@aws-sdk/s3-request-presigner'
import { unlessAnother } from '#adapters/storage/refusals'
import type { ArrivalStore, Arrivals } from '#core/files/ports'

const URL_SECONDS = 3_600

/** The client must have `requestChecksumCalculation: "WHEN_REQUIRED"`, as for an upload's parts. */
export const createArrivalStore = (client: S3Client, bucket: string): ArrivalStore => ({
  // The length is among the signed headers: a PUT of another is refused before it is taken.
  addressOf: (key, bytes) =>
    getSignedUrl(client, new PutObjectCommand({ Bucket: bucket, Key: key, ContentLength: bytes }), {
      expiresIn: URL_SECONDS,
      signableHeaders: new Set(['host', 'content-length']),
    }),
})

export const createArrivals = (client: S3Client, bucket: string): Arrivals => ({
  read: ({ key, etag }, from, length) =>
    unlessAnother(async () => {
      const Range = `bytes=${from}-${from + length - 1}`
      const object = { Bucket: bucket, Key: key, IfMatch: `"${etag}"`, Range }
      const { Body } = await client.send(new GetObjectCommand(object))
      return (await Body?.transformToByteArray()) ?? new Uint8Array()
    }),

  delete: async (key) => {
    await client.send(new DeleteObjectCommand({ Bucket: bucket, Key: key }))
  },
})
