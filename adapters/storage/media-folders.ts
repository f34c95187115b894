import { CopyObjectCommand, paginateListObjectsV2, type S3Client } from '@aws-sdk/client-s3'
import type { MediaFolders } from '#core/videos/ports'
import { deleteKeys } from './delete-keys.ts'

/** Copies at once: three hours in five rungs are 16,000 files, at this width half a minute. */
const WIDTH = 32

/** Folders of the content bucket. */
export const createMediaFolders = (client: S3Client, bucket: string): MediaFolders => {
  const list = async (prefix: string) => {
    const sizes = new Map<string, number>()
    for await (const { Contents = [] } of paginateListObjectsV2(
      { client },
      { Bucket: bucket, Prefix: prefix },
    ))
      for (const { Key, Size = 0 } of Contents) if (Key) sizes.set(Key, Size)
    return sizes
  }

  return {
    copyAll: async (from, to) => {
      const [there, here] = await Promise.all([list(from), list(to)])
      const missing = [...there].flatMap(([key, size]) => {
        const target = to + key.slice(from.length)
        return here.get(target) === size ? [] : [{ key, target }]
      })
      for (let at = 0; at < missing.length; at += WIDTH)
        await Promise.all(
          missing.slice(at, at + WIDTH).map(({ key, target }) =>
            client.send(
              new CopyObjectCommand({
                Bucket: bucket,
                Key: target,
                CopySource: `${bucket}/${encodeURIComponent(key)}`,
              }),
            ),
          ),
        )
      return there.size
    },

    deleteAll: async (prefix) => deleteKeys(client, bucket, [...(await list(prefix)).keys()]),
  }
}
