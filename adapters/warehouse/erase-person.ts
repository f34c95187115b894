import { DeleteObjectCommand, GetObjectCommand, type S3Client } from '@aws-sdk/client-s3'
import { Pseudonym } from '#contract/events/recorded-event'
import { peopleKeys } from './people-keys.ts'

/**
 * Has the register forget somebody: what was recorded of them is nobody's from then on. Answers whether it knew them.
 * Cut off in between, it is to be called again.
 */
export async function erasePerson(
  client: S3Client,
  bucket: string,
  userId: string,
): Promise<boolean> {
  const byUser = { Bucket: bucket, Key: peopleKeys.byUser(userId) }
  const pseudonym = await client
    .send(new GetObjectCommand(byUser))
    .then(async ({ Body }) => Pseudonym.parse(await Body?.transformToString()))
    .catch((error: unknown) => {
      if (error instanceof Error && error.name === 'NoSuchKey') return null
      throw error
    })
  if (pseudonym === null) return false
  // The way back first: without the way there nobody would find it again.
  const byPseudonym = { Bucket: bucket, Key: peopleKeys.byPseudonym(pseudonym) }
  await client.send(new DeleteObjectCommand(byPseudonym))
  await client.send(new DeleteObjectCommand(byUser))
  return true
}
