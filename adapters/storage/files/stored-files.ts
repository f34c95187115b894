import { CopyObjectCommand, PutObjectCommand, type S3Client } from '@aws-sdk/client-s3'
import { createMediaFolders } from '#adapters/storage/media-folders'
import { unlessAnother } from '#adapters/storage/refusals'
import { FOR_GOOD } from '#contract/platform/cache-seconds'
import type { StoredAs, StoredFiles } from '#core/files/ports'

const headersOf = ({ contentType, disposition }: StoredAs) => ({
  ContentType: contentType,
  CacheControl: FOR_GOOD,
  ...(disposition && { ContentDisposition: disposition }),
})

/** Files of courses in the content bucket, from the bucket where they arrive. */
export const createStoredFiles = (
  client: S3Client,
  { content, ingest }: { readonly content: string; readonly ingest: string },
): StoredFiles => ({
  copy: async ({ key: from, etag }, key, as) => {
    const copied = await unlessAnother(() =>
      client.send(
        new CopyObjectCommand({
          ...{ Bucket: content, Key: key, ...headersOf(as) },
          ...{
            CopySource: `${ingest}/${encodeURIComponent(from)}`,
            CopySourceIfMatch: `"${etag}"`,
          },
          MetadataDirective: 'REPLACE',
        }),
      ),
    )
    return copied !== null
  },

  write: async (key, bytes, as) => {
    await client.send(
      new PutObjectCommand({ Bucket: content, Key: key, Body: bytes, ...headersOf(as) }),
    )
  },

  deleteFolder: createMediaFolders(client, content).deleteAll,
})
