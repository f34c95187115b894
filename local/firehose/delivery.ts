import { randomUUID } from 'node:crypto'
import { appendFileSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { PutObjectCommand, type S3Client } from '@aws-sdk/client-s3'
import { isObject, type Json } from '#local/assembly/json'
import type { Destination } from './destination.ts'
import { takeApart } from './take-apart.ts'
import { fits, writeParquet } from './write-parquet.ts'

export interface Delivery {
  take(records: readonly Buffer[]): void
  /** Ends after what is being written; what waits is delivered after the next start. */
  close(): Promise<void>
}

/** What failed, as Firehose calls it in the names of folders. */
type Failure = 'processing-failed' | 'format-conversion-failed'

/** One stream: what it takes waits in a file, for its while, and becomes a file of Parquet for each folder. */
export function startDelivery(
  name: string,
  destination: Destination,
  options: { directory: string; s3: S3Client; log: (line: string) => void },
): Delivery {
  const { directory, s3, log } = options
  mkdirSync(directory, { recursive: true })
  const waiting = join(directory, `${name}.waiting`)
  const delivering = join(directory, `${name}.delivering`)
  let timer: NodeJS.Timeout | undefined
  let running: Promise<void> = Promise.resolve()
  let isClosed = false

  const put = (key: string, Body: Buffer) =>
    s3.send(new PutObjectCommand({ Bucket: destination.bucket, Key: key, Body }))

  const deliver = async () => {
    if (!existsSync(delivering) && existsSync(waiting)) renameSync(waiting, delivering)
    if (!existsSync(delivering)) return
    const records = readFileSync(delivering, 'utf8').split('\n').filter(Boolean)
    const { folders, failures } = sortOut(destination, records)
    const fileName = () => `${name}-1-${stamp(new Date())}-${randomUUID()}`
    for (const [folder, rows] of folders) {
      const file = join(directory, randomUUID())
      await writeParquet(file, destination.table.columns, rows)
      await put(`${folder}${fileName()}.parquet`, readFileOnce(file))
    }
    for (const [type, rows] of failures) {
      log(`The stream ${name} could not use ${rows.length} records: ${type}`)
      const folder = destination.errorFolderOf(type, new Date().toISOString().slice(0, 10))
      await put(`${folder}${fileName()}`, Buffer.from(rows.join('\n')))
    }
    rmSync(delivering)
  }

  const schedule = () => {
    if (timer || isClosed) return
    timer = setTimeout(() => {
      timer = undefined
      running = running
        .then(deliver)
        .catch((error) => log(`The stream ${name} could not deliver: ${error}`))
        .then(() => {
          if (existsSync(waiting) || existsSync(delivering)) schedule()
        })
    }, destination.collectMilliseconds)
  }

  if (existsSync(waiting) || existsSync(delivering)) schedule()
  return {
    take(records) {
      appendFileSync(waiting, records.map((record) => `${record.toString('base64')}\n`).join(''))
      schedule()
    },
    async close() {
      isClosed = true
      clearTimeout(timer)
      await running
    },
  }
}

/** What lies in which folder, and what in none. */
function sortOut({ table, keysOf, folderOf }: Destination, records: readonly string[]) {
  const folders = new Map<string, string[]>()
  const failures = new Map<Failure, string[]>()
  const add = <Key>(all: Map<Key, string[]>, key: Key, row: string) => {
    const rows = all.get(key) ?? []
    rows.push(row)
    all.set(key, rows)
  }
  const fail = (failure: Failure, record: string) =>
    add(failures, failure, errorOf(failure, record))
  for (const record of records.map((encoded) => Buffer.from(encoded, 'base64').toString())) {
    const objects = unless(() => takeApart(record))
    if (!objects) fail('processing-failed', record)
    for (const text of objects ?? []) {
      const row: Json = unless<Json>(() => JSON.parse(text)) ?? null
      const keys = isObject(row) ? keysOf(row) : null
      if (!isObject(row) || !keys) fail('processing-failed', text)
      else if (!table.columns.every(({ name, type }) => fits(type, row[name])))
        fail('format-conversion-failed', text)
      else add(folders, folderOf(keys), text)
    }
  }
  return { folders, failures }
}

const unless = <T>(read: () => T): T | undefined => {
  try {
    return read()
  } catch {
    return undefined
  }
}

const errorOf = (errorCode: Failure, record: string) =>
  JSON.stringify({ attemptsMade: 1, errorCode, rawData: Buffer.from(record).toString('base64') })

const readFileOnce = (file: string): Buffer => {
  const content = readFileSync(file)
  rmSync(file)
  return content
}

const stamp = (now: Date) => now.toISOString().slice(0, 19).replace(/[T:]/g, '-')
