import { GetObjectTaggingCommand, PutObjectTaggingCommand, type S3Client } from '@aws-sdk/client-s3'
import { isGone } from '#adapters/storage/refusals'
import type { ObjectTagger } from '#core/videos/ports'

/** S3's limit for an object: https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-tagging.html */
const MOST_TAGS = 10

/** Tags on the source object, so that whoever uploaded it sees there too what became of it. */
export function createObjectTagger(client: S3Client): ObjectTagger {
  return {
    async tag(bucket, key, tags) {
      const object = { Bucket: bucket, Key: key }
      try {
        const { TagSet = [] } = await client.send(new GetObjectTaggingCommand(object))
        // Putting tags replaces them all, and the others are the uploader's.
        const kept = TagSet.filter(({ Key }) => Key !== undefined && !(Key in tags))
        const ours = Object.entries(tags).map(([Key, Value]) => ({ Key, Value }))
        // No room beside the uploader's own: the web client shows the state all the same.
        if (kept.length + ours.length > MOST_TAGS) return
        await client.send(
          new PutObjectTaggingCommand({ ...object, Tagging: { TagSet: [...kept, ...ours] } }),
        )
      } catch (error) {
        if (isGone(error)) return
        throw error
      }
    },
  }
}
