import { createHash } from 'node:crypto'
import { createInterface } from 'node:readline'
import { PassThrough } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import { z } from 'zod'
import { readSettled } from '#adapters/dynamo/progress/settled'
import { itemOf } from '#adapters/dynamo/stream'
import { ENTITY_FIELD } from '#adapters/dynamo/table'
import type { StandingItem } from '#core/reports/backfill/events-that-stood'
import type { ExportSource } from './export-source.ts'

/** https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/S3DataExport.Output.html */
const Summary = z.object({
  exportTime: z.iso.datetime(),
  outputFormat: z.literal('DYNAMODB_JSON', 'The export is not in DynamoDB JSON.'),
  exportType: z.literal('FULL_EXPORT', 'The export is of changes alone.').optional(),
  itemCount: z.number(),
})
const DataFile = z.object({
  itemCount: z.number(),
  md5Checksum: z.string(),
  dataFileS3Key: z.string(),
})
export type DataFile = z.infer<typeof DataFile>

/** @throws Error where it is no full export in DynamoDB JSON, or one that has not ended */
export async function readManifest(source: ExportSource) {
  const summary = Summary.parse(JSON.parse(await source.text('manifest-summary.json')))
  const lines = (await source.text('manifest-files.json')).split('\n').filter((line) => line.trim())
  return { ...summary, files: lines.map((line) => DataFile.parse(JSON.parse(line))) }
}

const Line = z.object({ Item: z.record(z.string(), z.custom<never>()) })

/**
 * The items of a file that an entity wrote, one after the other.
 * @throws Error where the file is not the one that the manifest tells of
 */
export async function* readItems(
  source: ExportSource,
  { dataFileS3Key, md5Checksum, itemCount }: DataFile,
): AsyncGenerator<StandingItem> {
  const name = `data/${dataFileS3Key.split('/').at(-1)}`
  const hash = createHash('md5')
  const compressed = await source.stream(name)
  const lines = new PassThrough()
  const unpacking = pipeline(
    compressed,
    async function* (chunks: AsyncIterable<Buffer>) {
      for await (const chunk of chunks) {
        hash.update(chunk)
        yield chunk
      }
    },
    createGunzip(),
    lines,
  )
  // Whoever reads the lines hears of it below.
  unpacking.catch((error) => lines.destroy(error))
  let count = 0
  for await (const line of createInterface({ input: lines, crlfDelay: Number.POSITIVE_INFINITY })) {
    if (!line.trim()) continue
    count += 1
    yield* itemsOf(itemOf(Line.parse(JSON.parse(line)).Item))
  }
  await unpacking
  if (count !== itemCount) throw new Error(`${name} has ${count} items, not ${itemCount}.`)
  if (hash.digest('base64') !== md5Checksum)
    throw new Error(`${name} is not the file that was exported.`)
}

const Settled = z.object({ userId: z.string(), courseId: z.string(), lessons: z.string() })

/** What settled in one item is many lessons. */
function itemsOf(item: Readonly<Record<string, unknown>>): StandingItem[] {
  const entity = item[ENTITY_FIELD]
  if (typeof entity !== 'string') return []
  if (entity !== 'settledprogress') return [{ entity, item, isSettled: false }]
  const { userId, courseId, lessons } = Settled.parse(item)
  return Array.from(
    readSettled(Buffer.from(lessons, 'base64')).values(),
    ({ progress, revision }) => ({
      entity: 'progress',
      item: { ...progress, userId, courseId, revision },
      isSettled: true,
    }),
  )
}
