import { GetObjectCommand, type S3Client } from '@aws-sdk/client-s3'
import { isGone } from '#adapters/storage/refusals'
import { Pseudonym } from '#contract/events/recorded-event'
import type { PeopleReader } from '#core/reports/ports'
import { peopleKeys } from './people-keys.ts'

/** The register of people, read. */
export const createPeopleReader = (client: S3Client, bucket: string): PeopleReader => {
  const read = async (key: string): Promise<string | null> => {
    try {
      const { Body } = await client.send(new GetObjectCommand({ Bucket: bucket, Key: key }))
      return (await Body?.transformToString()) ?? null
    } catch (error) {
      if (isGone(error)) return null
      throw error
    }
  }
  return {
    pseudonymOf: async (userId) => {
      const found = await read(peopleKeys.byUser(userId))
      return found === null ? null : Pseudonym.parse(found)
    },
    userOf: (pseudonym) => read(peopleKeys.byPseudonym(pseudonym)),
  }
}
