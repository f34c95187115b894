import type { RecordedEvent } from '#contract/reports/recorded-events'

/**
 * What Firehose takes. A record is paid for as 5 KB at least, so it holds many events, which Firehose takes apart: 500
 * at most of one record.
 * https://docs.aws.amazon.com/firehose/latest/APIReference/API_PutRecordBatch.html
 * https://docs.aws.amazon.com/firehose/latest/dev/dynamic-partitioning-multirecord-deaggergation.html
 */
export const firehoseLimits = {
  recordBytes: 1_000 * 1024,
  recordEvents: 500,
  batchRecords: 500,
  batchBytes: 4 * 1024 * 1024,
} as const

/** Events as lines of JSON, as few records as may be; in their order. */
export function packEvents(events: readonly RecordedEvent[]): Uint8Array[] {
  const lines = events.map((event) => Buffer.from(`${JSON.stringify(event)}\n`))
  const { recordBytes, recordEvents } = firehoseLimits
  return grouped(lines, recordEvents, recordBytes).map((group) => Buffer.concat(group))
}

/** Records as the calls take them. */
export const batchesOf = (records: readonly Uint8Array[]): (readonly Uint8Array[])[] =>
  grouped(records, firehoseLimits.batchRecords, firehoseLimits.batchBytes)

function grouped(parts: readonly Uint8Array[], most: number, mostBytes: number): Uint8Array[][] {
  const groups: Uint8Array[][] = []
  let bytes = 0
  for (const part of parts) {
    const last = groups.at(-1)
    if (last && last.length < most && bytes + part.length <= mostBytes) last.push(part)
    else groups.push([part])
    bytes = groups.at(-1) === last ? bytes + part.length : part.length
  }
  return groups
}
