/** `npm run backfill-reports`: records what an export of the table tells of the past. docs/reports.md says what that is. */
import { createReadStream } from 'node:fs'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3'
import { Command } from 'commander'
import { z } from 'zod'
import { createFactStore } from '#adapters/warehouse/fact-store'
import { createPeopleRegister } from '#adapters/warehouse/people-register'
import { backfillKey } from '#core/reports/backfill/backfill-keys'
import type { StandingItem } from '#core/reports/backfill/events-that-stood'
import { recordStanding } from '#core/reports/backfill/record-standing'
import { rebuildDays } from '#core/reports/facts/rebuild-days'
import { openExport } from './backfill-reports/export-source.ts'
import { openFacts } from './backfill-reports/open-facts.ts'
import { readItems, readManifest } from './backfill-reports/read-export.ts'
import { keepRecordedFrom } from './backfill-reports/recorded-from.ts'
import { Scratch } from './backfill-reports/scratch.ts'

/** Items whose people are asked for at once. */
const BATCH = 500

const {
  export: place,
  bucket,
  stage,
  recordedFrom,
} = new Command('npm run backfill-reports --')
  .description(
    'Records what a point-in-time export of the table, in DynamoDB JSON, tells of the time before recording began; then works out those days. Done twice, or beside the stream, it comes to the same.',
  )
  .requiredOption(
    '--export <place>',
    's3://bucket/prefix/AWSDynamoDB/<export id>, or a folder with the same files',
  )
  .requiredOption('--bucket <name>', 'the output LakeBucket of the stack Reports')
  .requiredOption('--stage <name>', 'of the settings')
  .option(
    '--recorded-from <moment>',
    'from when on the stream was recorded, 2026-11-01T00:00:00Z; the first backfill keeps it (default: the lake’s first day, or the export’s time)',
    (text) => z.iso.datetime().parse(text),
  )
  .parse()
  .opts<{ export: string; bucket: string; stage: string; recordedFrom?: string }>()

const s3 = new S3Client({ forcePathStyle: true })
const scratch = await Scratch.open(join(await mkdtemp(join(tmpdir(), 'lectern-backfill-')), 'told'))
try {
  const source = openExport(place, s3)
  const { exportTime, files } = await readManifest(source)
  const facts = createFactStore(s3, bucket)
  const from = await keepRecordedFrom({ s3, facts, bucket }, recordedFrom, exportTime)
  console.log(`Recorded by the stream from ${from} on; exported at ${exportTime}.`)
  const deps = {
    register: createPeopleRegister(s3, bucket),
    recordedFrom: Date.parse(from),
  }
  const counts = { items: 0, events: 0, unread: 0 }
  const record = async (items: readonly StandingItem[]) => {
    const { told, unread } = await recordStanding(deps, items)
    await scratch.put(told)
    counts.items += items.length
    counts.events += told.length
    counts.unread += unread
  }
  for (const [n, file] of files.entries()) {
    let batch: StandingItem[] = []
    for await (const item of readItems(source, file)) {
      batch.push(item)
      if (batch.length < BATCH) continue
      await record(batch)
      batch = []
    }
    await record(batch)
    console.log(
      `${n + 1} of ${files.length} files: ${counts.items} items, ${counts.events} events, ${counts.unread} items that no entity wrote so`,
    )
  }

  const days = new Set<string>()
  for await (const { event, day, file, bytes } of scratch.files()) {
    await s3.send(
      new PutObjectCommand({
        Bucket: bucket,
        Key: backfillKey(source.exportId, event, day),
        Body: createReadStream(file),
        ContentLength: bytes,
      }),
    )
    days.add(day)
  }
  console.log(`${days.size} days have events.`)
  let done = 0
  await rebuildDays(openFacts(s3, bucket, stage), [...days], (day) => {
    done += 1
    console.log(`${day} is worked out: ${done} of ${days.size}`)
  })
} finally {
  await scratch.close()
  s3.destroy()
}
