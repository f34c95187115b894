import {
  GetObjectCommand,
  GetObjectTaggingCommand,
  paginateListObjectsV2,
  type S3Client,
} from '@aws-sdk/client-s3'
import type { CompanionFiles } from '#core/videos/intake/companions'
import { isGone } from './refusals.ts'

/** The ingest bucket's files beside the videos. */
export const createCompanionFiles = (client: S3Client, bucket: string): CompanionFiles => ({
  list: async (prefix) => {
    const keys: string[] = []
    const pages = paginateListObjectsV2({ client }, { Bucket: bucket, Prefix: prefix })
    for await (const { Contents = [] } of pages)
      keys.push(...Contents.flatMap(({ Key }) => Key ?? []))
    return keys
  },

  read: (key, maxBytes) =>
    nullIfGone(async () => {
      const { Body, ContentLength = 0 } = await client.send(
        new GetObjectCommand({ Bucket: bucket, Key: key }),
      )
      if (!Body || ContentLength > maxBytes) {
        await Body?.transformToWebStream().cancel()
        return 'too_large'
      }
      return Body.transformToByteArray()
    }),

  tagsOf: (key) =>
    nullIfGone(async () => {
      const { TagSet = [] } = await client.send(
        new GetObjectTaggingCommand({ Bucket: bucket, Key: key }),
      )
      return Object.fromEntries(TagSet.map(({ Key = '', Value = '' }) => [Key, Value]))
    }),
})

async function nullIfGone<T>(work: () => Promise<T>): Promise<T | null> {
  try {
    return await work()
  } catch (error) {
    if (isGone(error)) return null
    throw error
  }
}
