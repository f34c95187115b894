import type { StageSettings } from '#lib/settings/settings'
import { MONTH_DAYS } from '#load/model/calendar'
import type { Plan } from '#load/plan/plan'
import { recordedIn } from '#load/plan/recording/recorded'
import { workedOutIn } from '#load/plan/recording/worked-out'
import type { Prices } from '#load/prices/prices'
import { type CostLine, figure } from './line.ts'

/** How long a run takes, which is assumed: the exporter writes and is done, the reporter waits for Athena. */
const EXPORTER = { seconds: 0.2, gb: 0.5 }
const REPORTER = { seconds: 10, gb: 0.5 }
/** A year’s events stay, where the stage keeps them for so long. */
const MONTHS = 12
/** A message is sent, received and deleted, by tens at the best; counted one by one. */
const REQUESTS_OF_A_MESSAGE = 3
/** Firehose and each statement look at the table. */
const LOOKS = 2

/** What reports cost that never read the live table (ADR 26). */
export function reportLines(plan: Plan, { reports }: StageSettings, prices: Prices): CostLine[] {
  const { recording, lambda, storage } = prices
  const its = recordedIn(plan, reports)
  const out = workedOutIn(plan, reports)
  const months = Math.min(MONTHS, (reports.keepDays ?? Number.POSITIVE_INFINITY) / MONTH_DAYS)
  const runs = (million: number, { seconds, gb }: typeof EXPORTER) =>
    million * lambda.millionCalls + million * 1e6 * seconds * gb * lambda.gbSecond
  const looks = (out.statements * LOOKS) / 1e6
  const line = (what: string, usd: number, how: string): CostLine => ({
    group: 'Reports',
    what,
    usd,
    how,
  })
  return [
    line(
      'Exporter, behind the table’s stream',
      runs(its.millionRuns, EXPORTER),
      `${figure(its.millionRuns)} M runs of ${EXPORTER.seconds} s for ${figure(its.millionEvents)} M events`,
    ),
    line(
      'Firehose, which makes Parquet of events',
      its.billedGb * (recording.takenGb + recording.convertedGb) +
        its.eventsGb * recording.sortedGb +
        its.millionFiles * recording.millionFiles,
      `${figure(its.billedGb)} GB by fives of KB, ${figure(its.millionFiles)} M files by event and day; what its hours of jq come to AWS does not say`,
    ),
    line(
      'Files of events, written and told of',
      its.millionFiles *
        (storage.millionPuts +
          recording.millionTold +
          REQUESTS_OF_A_MESSAGE * recording.millionMessages),
      `${figure(its.millionFiles)} M, one a kind each ${reports.collectSeconds} s`,
    ),
    line(
      'Lake, what it holds',
      its.lakeGb * months * storage.gbMonth + its.millionFiles * storage.millionCooled,
      `${figure(its.lakeGb * months)} GB of ${figure(months)} months, before older ones get cheaper`,
    ),
    line(
      'Reporter',
      runs(out.runs / 1e6, REPORTER),
      `${figure(out.runs)} runs, for ${REPORTER.seconds} s each`,
    ),
    line(
      'Athena',
      out.askedTb * recording.askedTb,
      `${figure(out.statements)} statements read ${figure(out.askedTb)} TB, each 10 MB at least`,
    ),
    line(
      'Athena’s reads of the lake’s files',
      out.millionReads * storage.millionGets,
      `${figure(out.millionReads)} M, since a day is worked out whole; reports.collectSeconds makes fewer files`,
    ),
    line(
      'Facts, read and written anew',
      out.millionUpdates * (storage.millionGets + storage.millionPuts),
      `${figure(out.millionUpdates)} M files of courses and learners’ weeks`,
    ),
    line(
      'Glue, which knows the table',
      Math.max(0, looks - recording.freeMillionLooks) * recording.millionLooks,
      `${figure(looks)} M looks, of which ${recording.freeMillionLooks} M are free`,
    ),
  ]
}
