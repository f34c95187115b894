import { GetObjectCommand, PutObjectCommand, type S3Client } from '@aws-sdk/client-s3'
import { FOR_GOOD } from '#contract/platform/cache-seconds'
import type { ContentStore } from '#core/courses/content-ports'
import { isOvertaken } from './conditional-write.ts'

export const createContentStore = (client: S3Client, bucket: string): ContentStore => ({
  createJson: async (key, value) => {
    try {
      await client.send(
        new PutObjectCommand({
          Bucket: bucket,
          Key: key,
          Body: JSON.stringify(value),
          ContentType: 'application/json',
          // Not `private`: CloudFront would keep none of it. Its signed cookies are asked for at every request.
          CacheControl: FOR_GOOD,
          IfNoneMatch: '*',
        }),
      )
      return 'created'
    } catch (error) {
      if (isOvertaken(error)) return 'exists'
      throw error
    }
  },

  readJson: async (key) => {
    const { Body } = await client.send(new GetObjectCommand({ Bucket: bucket, Key: key }))
    return JSON.parse((await Body?.transformToString()) ?? 'null')
  },
})
