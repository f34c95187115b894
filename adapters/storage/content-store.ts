import { PutObjectCommand, type S3Client } from '@aws-sdk/client-s3'
import type { ContentStore } from '#core/ports/content'

export const createContentStore = (client: S3Client, bucket: string): ContentStore => ({
  putJson: async (key, value) => {
    await client.send(
      new PutObjectCommand({
        Bucket: bucket,
        Key: key,
        Body: JSON.stringify(value),
        ContentType: 'application/json',
        // A version's key is never written again once learners were pointed to it.
        CacheControl: 'private, max-age=86400, immutable',
      }),
    )
  },
})
