import { GetObjectCommand, type S3Client } from '@aws-sdk/client-s3'
import { contentKeys } from '#contract/courses/content'
import type { Language } from '#contract/words/languages'
import type { DeployedClient } from '#core/courses/page-ports'

/** So long an environment may not know of a deployment. Milliseconds. */
const REMEMBERED = 30_000

/** Without the right to list S3 says of what is not there that it may not be read. */
const MISSING = ['NoSuchKey', 'AccessDenied']

/** Reads what the client's deployment left in the content bucket. */
export const createDeployedClient = (
  client: S3Client,
  bucket: string,
  now: () => number = Date.now,
): DeployedClient => {
  const remembered = new Map<Language, { page: string; until: number }>()
  return {
    pageIn: async (language) => {
      const known = remembered.get(language)
      if (known && known.until > now()) return known.page
      try {
        const { Body } = await client.send(
          new GetObjectCommand({ Bucket: bucket, Key: contentKeys.emptyPage(language) }),
        )
        const page = (await Body?.transformToString()) ?? ''
        remembered.set(language, { page, until: now() + REMEMBERED })
        return page
      } catch (error) {
        if (error instanceof Error && MISSING.includes(error.name)) return null
        throw error
      }
    },
  }
}
