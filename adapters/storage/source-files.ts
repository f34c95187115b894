import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import {
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  paginateListObjectsV2,
  type S3Client,
} from '@aws-sdk/client-s3'
import type { SourceFiles } from '#core/videos/ports'
import { Refusal } from '#core/videos/source/refusal'
import { deleteKeys } from './delete-keys.ts'
import { unlessAnother } from './refusals.ts'
import { readStructure } from './structure/read-structure.ts'

/** The ingest bucket. */
export const createSourceFiles = (client: S3Client, bucket: string): SourceFiles => ({
  hasWrite: async (key, etag) => {
    try {
      return (await etagOf(client, bucket, key)) === etag
    } catch (error) {
      // What we may not look at is there: whoever reads it will say why not.
      if (error instanceof Refusal) return true
      throw error
    }
  },

  sha256: (key, etag) =>
    unlessAnother(async () => {
      const { Body } = await client.send(
        new GetObjectCommand({ Bucket: bucket, Key: key, IfMatch: etag }),
      )
      if (!(Body instanceof Readable)) throw new Error(`S3 gave no body of ${key}`)
      const hash = createHash('sha256')
      for await (const chunk of Body) hash.update(chunk)
      return hash.digest('hex')
    }),

  readStructure: (key, sizeBytes) =>
    unlessAnother(() =>
      readStructure(async (offset, length) => {
        // A range that is empty or begins behind the end is an error to S3.
        if (length <= 0 || offset >= sizeBytes) return Buffer.alloc(0)
        const Range = `bytes=${offset}-${offset + length - 1}`
        const { Body } = await client.send(
          new GetObjectCommand({ Bucket: bucket, Key: key, Range }),
        )
        return Buffer.from((await Body?.transformToByteArray()) ?? [])
      }, sizeBytes),
    ),

  list: async (prefix) => {
    const keys: string[] = []
    for await (const { Contents = [] } of paginateListObjectsV2(
      { client },
      { Bucket: bucket, Prefix: prefix },
    ))
      for (const { Key } of Contents) if (Key) keys.push(Key)
    return keys
  },

  deleteWrite: async (key, etag) => {
    // Looked at first, for not every S3 knows a condition on a deletion; and by a condition where it does.
    if ((await etagOf(client, bucket, key)) !== etag) return
    const object = { Bucket: bucket, Key: key, IfMatch: `"${etag}"` }
    await unlessAnother(() => client.send(new DeleteObjectCommand(object)))
  },

  delete: (keys) => deleteKeys(client, bucket, keys),
})

/** Without its quotes; null when it is gone. A refused condition would have no name in an answer without a body. */
const etagOf = (client: S3Client, bucket: string, key: string) =>
  unlessAnother(async () => {
    const { ETag } = await client.send(new HeadObjectCommand({ Bucket: bucket, Key: key }))
    return ETag?.replaceAll('"', '') ?? null
  })
