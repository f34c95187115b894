import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import { PutObjectCommand, paginateListObjectsV2, type S3Client } from '@aws-sdk/client-s3'
import { Pseudonym } from '#contract/events/recorded-event'
import type { DimensionRow } from '#contract/reports/dimensions'
import type { DimensionStore } from '#core/reports/dimensions/snapshot-dimensions'
import { dayOf } from '#core/reports/facts/days'
import { peopleKeys } from './people-keys.ts'

const zip = promisify(gzip)

/** Dimensions as gzipped lines of JSON in the lake's bucket. */
export const createDimensionStore = (client: S3Client, bucket: string): DimensionStore => ({
  put: async (name, day, rows) => {
    await client.send(
      new PutObjectCommand({
        Bucket: bucket,
        Key: `dimensions/${name}/date=${day}/${name}.json.gz`,
        Body: await zip(rows.map((row) => `${JSON.stringify(row)}\n`).join('')),
        ContentType: 'application/gzip',
      }),
    )
  },

  people: async () => {
    const people: DimensionRow<'people'>[] = []
    const prefix = peopleKeys.byPseudonym('')
    for await (const { Contents = [] } of paginateListObjectsV2(
      { client },
      { Bucket: bucket, Prefix: prefix },
    ))
      for (const { Key = '', LastModified } of Contents) {
        const person = Pseudonym.safeParse(Key.slice(prefix.length))
        if (person.success && LastModified)
          people.push({ person: person.data, since: dayOf(LastModified) })
      }
    return people
  },
})
