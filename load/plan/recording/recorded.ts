import type { StageSettings } from '#lib/settings/settings'
import { ordinaryDays } from '#load/model/calendar'
import { shardsOf } from '#load/plan/parts/table'
import type { Plan } from '#load/plan/plan'
import { chanceOfAny } from './windows.ts'

/**
 * What comes of a heartbeat: events in a year of `npm run bench:reports`, 2.1 a heartbeat, and how many of the statements
 * about a day read each (`core/reports/facts/statements.ts`). Enrolments, publishing and encodes are too few to count.
 */
export const kinds = [
  { event: 'learned', ofABeat: 1, statements: 4 },
  { event: 'watched', ofABeat: 1, statements: 2 },
  { event: 'lesson_started', ofABeat: 0.05, statements: 4 },
  { event: 'lesson_completed', ofABeat: 0.05, statements: 4 },
] as const
export const EVENTS_OF_A_BEAT = kinds.reduce((sum, { ofABeat }) => sum + ofABeat, 0)

/** A line of JSON, by the events' schemas. */
const EVENT_KB = 0.23
/** Of a Parquet file and of each event in it, as DuckDB writes files of a hundred and a thousand events; Firehose’s may be larger. */
const FILE_KB = 2
const STORED_KB = 0.065
/** https://aws.amazon.com/firehose/pricing/ */
const BILLED_KB = 5
/** The exporter’s (`lib/reports/reports-stack.ts`, `adapters/warehouse/packed-events.ts`). */
const EXPORTER = { windowSeconds: 10, batch: 1_000, recordEvents: 500 }

/** In an hour. */
interface HourRecorded {
  readonly events: number
  /** Of the exporter. */
  readonly runs: number
  /** As Firehose counts them. */
  readonly billedKb: number
  /** By the order of `kinds`. */
  readonly files: readonly number[]
  readonly lakeKb: number
}

type Reports = Pick<StageSettings['reports'], 'collectSeconds'>

export function hourRecorded(
  { traffic, table }: Plan,
  { collectSeconds }: Reports,
  share: number,
): HourRecorded {
  const beats = traffic.usual.recordProgress * share
  const events = beats * 3_600 * EVENTS_OF_A_BEAT
  const shards = shardsOf(table.writesPerSecond)
  const ofShard = beats / shards
  const { windowSeconds, batch, recordEvents } = EXPORTER
  const runs =
    shards * 3_600 * Math.max(chanceOfAny(ofShard * windowSeconds) / windowSeconds, ofShard / batch)
  const records = runs > 0 ? runs * Math.ceil(events / runs / recordEvents) : 0
  const recordKb = records > 0 ? (events / records) * EVENT_KB : 0
  const files = kinds.map(
    ({ ofABeat }) => (3_600 / collectSeconds) * chanceOfAny(beats * ofABeat * collectSeconds),
  )
  return {
    events,
    runs,
    billedKb: records * BILLED_KB * Math.ceil(recordKb / BILLED_KB),
    files,
    lakeKb: files.reduce((sum, count) => sum + count, 0) * FILE_KB + events * STORED_KB,
  }
}

/** What an ordinary month records. */
export interface Recorded {
  readonly millionEvents: number
  readonly millionRuns: number
  readonly billedGb: number
  /** Before they are Parquet, which is what is sorted into folders. */
  readonly eventsGb: number
  readonly millionFiles: number
  readonly lakeGb: number
}

export function recordedIn(plan: Plan, reports: Reports): Recorded {
  const sums = { events: 0, runs: 0, billedKb: 0, files: 0, lakeKb: 0 }
  for (const { times, hours } of ordinaryDays(plan.model))
    for (const share of hours) {
      const hour = hourRecorded(plan, reports, share)
      sums.events += times * hour.events
      sums.runs += times * hour.runs
      sums.billedKb += times * hour.billedKb
      sums.files += times * hour.files.reduce((sum, count) => sum + count, 0)
      sums.lakeKb += times * hour.lakeKb
    }
  return {
    millionEvents: sums.events / 1e6,
    millionRuns: sums.runs / 1e6,
    billedGb: sums.billedKb / 1e6,
    eventsGb: (sums.events * EVENT_KB) / 1e6,
    millionFiles: sums.files / 1e6,
    lakeGb: sums.lakeKb / 1e6,
  }
}
