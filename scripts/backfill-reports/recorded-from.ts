import { paginateListObjectsV2, type S3Client } from '@aws-sdk/client-s3'
import { z } from 'zod'
import { RECORDED_FROM_KEY } from '#core/reports/backfill/backfill-keys'
import type { FactStore } from '#core/reports/facts/ports'
import { eventNames } from '#lib/reports/event-columns'

const RecordedFrom = z.object({ recordedFrom: z.iso.datetime() })

interface Deps {
  readonly s3: S3Client
  readonly facts: FactStore
  readonly bucket: string
}

/**
 * From when on the lake has all from the stream: what the first backfill took it to be, else what is given, else its first day, else
 * when the export was made. Another would tell of some lessons on two days.
 * @throws Error where another is given than the first backfill had
 */
export async function keepRecordedFrom(
  { s3, facts, bucket }: Deps,
  given: string | undefined,
  exportTime: string,
): Promise<string> {
  const kept = await facts.read(RECORDED_FROM_KEY, RecordedFrom)
  if (kept && given && Date.parse(given) !== Date.parse(kept.recordedFrom))
    throw new Error(
      `A backfill before this one took the stream as recorded from ${kept.recordedFrom} on.`,
    )
  if (kept) return kept.recordedFrom
  const first = given ?? (await firstDay(s3, bucket))
  const recordedFrom = first ?? exportTime
  await facts.update(RECORDED_FROM_KEY, RecordedFrom, (before) => before ?? { recordedFrom })
  return recordedFrom
}

/** The beginning of the first day of which the lake has anything. */
async function firstDay(s3: S3Client, bucket: string): Promise<string | null> {
  const days: string[] = []
  for (const event of eventNames())
    for await (const { CommonPrefixes = [] } of paginateListObjectsV2(
      { client: s3 },
      { Bucket: bucket, Prefix: `events/event=${event}/`, Delimiter: '/' },
    ))
      for (const { Prefix = '' } of CommonPrefixes)
        days.push(/date=([^/]+)\/$/.exec(Prefix)?.[1] ?? '')
  const [first] = days.filter(Boolean).sort()
  return first ? `${first}T00:00:00.000Z` : null
}
