import { randomBytes } from 'node:crypto'
import {
  DeleteObjectCommand,
  GetObjectCommand,
  PutObjectCommand,
  type S3Client,
} from '@aws-sdk/client-s3'
import { isOvertaken } from '#adapters/storage/conditional-write'
import { isGone } from '#adapters/storage/refusals'
import { Pseudonym } from '#contract/events/recorded-event'
import type { PeopleRegister } from '#core/reports/ports'
import { createKept } from './kept-for-an-hour.ts'
import { peopleKeys } from './people-keys.ts'

const TRIES = 5

/** The register in S3. Of several who meet a person first, one names them: by a write that no other may replace. */
export function createPeopleRegister(client: S3Client, bucket: string): PeopleRegister {
  const kept = createKept<Pseudonym>()

  const read = async (userId: string): Promise<Pseudonym | null> => {
    try {
      const object = { Bucket: bucket, Key: peopleKeys.byUser(userId) }
      const { Body } = await client.send(new GetObjectCommand(object))
      return Pseudonym.parse(await Body?.transformToString())
    } catch (error) {
      if (isGone(error)) return null
      throw error
    }
  }

  /**
   * The way back is written first, so that nobody has a name that leads nowhere. Null where somebody else was faster:
   * then it leads back from a name that nobody has, and goes.
   */
  const name = async (userId: string): Promise<Pseudonym | null> => {
    const pseudonym = newPseudonym()
    const wayBack = { Bucket: bucket, Key: peopleKeys.byPseudonym(pseudonym) }
    await client.send(new PutObjectCommand({ ...wayBack, Body: userId }))
    try {
      const there = { Bucket: bucket, Key: peopleKeys.byUser(userId) }
      await client.send(new PutObjectCommand({ ...there, Body: pseudonym, IfNoneMatch: '*' }))
      return pseudonym
    } catch (error) {
      if (!isOvertaken(error)) throw error
      await client.send(new DeleteObjectCommand(wayBack))
      return null
    }
  }

  return {
    pseudonymOf: async (userId) => {
      const known = kept.get(userId)
      if (known) return known
      for (let tries = 0; tries < TRIES; tries++) {
        const found = (await read(userId)) ?? (await name(userId))
        if (!found) continue
        kept.set(userId, found)
        return found
      }
      throw new Error('Somebody is named and erased again and again.')
    },
  }
}

/** 130 bits, of digits and letters that are not taken for each other. */
const LETTERS = '0123456789abcdefghjkmnpqrstvwxyz'
const newPseudonym = (): Pseudonym =>
  Array.from(randomBytes(26), (byte) => LETTERS[byte % LETTERS.length]).join('')
