import { DeleteObjectsCommand, type S3Client } from '@aws-sdk/client-s3'

/** As many as S3 deletes by one call. */
const BATCH = 1000

/** Deletes these objects; one that is gone is no error. */
export async function deleteKeys(
  client: S3Client,
  bucket: string,
  keys: readonly string[],
): Promise<void> {
  for (let from = 0; from < keys.length; from += BATCH) {
    const Objects = keys.slice(from, from + BATCH).map((Key) => ({ Key }))
    const { Errors = [] } = await client.send(
      new DeleteObjectsCommand({ Bucket: bucket, Delete: { Objects, Quiet: true } }),
    )
    const [first] = Errors
    if (first) throw new Error(`S3 did not delete ${first.Key}: ${first.Code} ${first.Message}`)
  }
}
