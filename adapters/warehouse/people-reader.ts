import { GetObjectCommand, type S3Client } from '@aws-sdk/client-s3'
import { isGone } from '#adapters/storage/refusals'
import { Pseudonym } from '#contract/events/recorded-event'
import type { PeopleReader } from '#core/reports/ports'
import { peopleKeys } from './people-keys.ts'

/** The register of people, read. */
export const createPeopleReader = (client: S3Client, bucket: string): PeopleReader => ({
  pseudonymOf: async (userId) => {
    const object = { Bucket: bucket, Key: peopleKeys.byUser(userId) }
    try {
      const { Body } = await client.send(new GetObjectCommand(object))
      return Pseudonym.parse(await Body?.transformToString())
    } catch (error) {
      if (isGone(error)) return null
      throw error
    }
  },
})
