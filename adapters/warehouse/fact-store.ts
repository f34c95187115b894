import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'
import { gunzip, gzip } from 'node:zlib'
import { GetObjectCommand, PutObjectCommand, type S3Client } from '@aws-sdk/client-s3'
import type { z } from 'zod'
import { isOvertaken } from '#adapters/storage/conditional-write'
import { isGone } from '#adapters/storage/refusals'
import type { FactStore } from '#core/reports/facts/ports'

const TRIES = 10
const zip = promisify(gzip)
const unzip = promisify(gunzip)

/** Facts as gzipped JSON in the lake's bucket. */
export function createFactStore(client: S3Client, bucket: string): FactStore {
  const find = async <Fact>(key: string, schema: z.ZodType<Fact>) => {
    try {
      const { Body, ETag } = await client.send(new GetObjectCommand({ Bucket: bucket, Key: key }))
      const bytes = (await Body?.transformToByteArray()) ?? new Uint8Array()
      return { fact: schema.parse(JSON.parse((await unzip(bytes)).toString())), etag: ETag }
    } catch (error) {
      if (isGone(error)) return null
      throw error
    }
  }
  return {
    read: async (key, schema) => (await find(key, schema))?.fact ?? null,
    update: async (key, schema, change) => {
      for (let tries = 1; ; tries++) {
        const found = await find(key, schema)
        const put = new PutObjectCommand({
          Bucket: bucket,
          Key: key,
          Body: await zip(JSON.stringify(change(found?.fact ?? null))),
          ContentType: 'application/gzip',
          ...(found?.etag ? { IfMatch: found.etag } : { IfNoneMatch: '*' }),
        })
        try {
          await client.send(put)
          return
        } catch (error) {
          // What was to be replaced may be gone by now, too.
          if (tries === TRIES || !(isOvertaken(error) || isGone(error))) throw error
          await sleep(Math.random() * 50 * 2 ** Math.min(tries, 5))
        }
      }
    },
  }
}
