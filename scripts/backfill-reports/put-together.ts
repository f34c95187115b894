import { createReadStream, createWriteStream } from 'node:fs'
import { rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import {
  DeleteObjectsCommand,
  GetObjectCommand,
  PutObjectCommand,
  paginateListObjectsV2,
  type S3Client,
} from '@aws-sdk/client-s3'
import { DuckDBInstance } from '@duckdb/node-api'
import type { Day } from '#contract/reports/report'
import { wholeKey } from '#core/reports/backfill/backfill-keys'
import { eventColumns } from '#lib/reports/event-columns'

/** Files that are fetched at once. */
const AT_ONCE = 16
/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_DeleteObjects.html */
const MOST_DELETED = 1000

interface Place {
  readonly s3: S3Client
  readonly bucket: string
  /** For what is fetched, for a while. */
  readonly folder: string
}

/**
 * Puts the files of an event and a day into one, in the order of their moments; answers how many they were. The one is written before the many
 * are deleted: who reads in between finds events twice, and counts them once by their ids. What comes meanwhile is left.
 */
export async function putTogether(
  { s3, bucket, folder }: Place,
  { event, day }: { readonly event: string; readonly day: Day },
): Promise<number> {
  const keys: string[] = []
  const Prefix = `events/event=${event}/date=${day}/`
  for await (const { Contents = [] } of paginateListObjectsV2(
    { client: s3 },
    { Bucket: bucket, Prefix },
  ))
    keys.push(...Contents.flatMap(({ Key }) => Key ?? []))
  if (keys.length < 2) return 0

  const waiting = [...keys.entries()]
  const files: string[] = []
  const worker = async () => {
    for (let next = waiting.pop(); next; next = waiting.pop()) {
      const [n, Key] = next
      const { Body } = await s3.send(new GetObjectCommand({ Bucket: bucket, Key }))
      const file = join(folder, `${n}.parquet`)
      if (!(Body instanceof Readable)) throw new Error(`${Key} has no content.`)
      await pipeline(Body, createWriteStream(file))
      files.push(file)
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, worker))
  const whole = join(folder, 'whole.parquet')
  await writeWhole(files, whole, folder)
  await s3.send(
    new PutObjectCommand({
      Bucket: bucket,
      Key: wholeKey(event, day, Date.now()),
      Body: createReadStream(whole),
      ContentLength: (await stat(whole)).size,
    }),
  )
  for (let at = 0; at < keys.length; at += MOST_DELETED) {
    const Objects = keys.slice(at, at + MOST_DELETED).map((Key) => ({ Key }))
    const { Errors = [] } = await s3.send(
      new DeleteObjectsCommand({ Bucket: bucket, Delete: { Objects, Quiet: true } }),
    )
    if (Errors.length > 0) throw new Error(`${Errors[0]?.Key} was not deleted: ${Errors[0]?.Code}`)
  }
  for (const file of [...files, whole]) await rm(file)
  return keys.length
}

/** An event that is told twice stays as it is the greatest in each column, as the reports' statements take it. */
async function writeWhole(files: readonly string[], whole: string, folder: string) {
  const instance = await DuckDBInstance.create(':memory:', {
    ...{ memory_limit: '512MB', temp_directory: join(folder, 'spilled'), threads: '2' },
  })
  const connection = await instance.connect()
  const columns = eventColumns().map(({ name, type }) =>
    name === 'id' ? 'id' : `CAST(max("${name}") AS ${type}) AS "${name}"`,
  )
  try {
    await connection.run(
      `COPY (SELECT ${columns.join(', ')} FROM read_parquet([${files.map((file) => `'${file}'`).join(', ')}],
         hive_partitioning = false, union_by_name = true) GROUP BY id ORDER BY max("at"), id)
       TO '${whole}' (FORMAT parquet, COMPRESSION snappy)`,
    )
  } finally {
    connection.closeSync()
    instance.closeSync()
  }
}
