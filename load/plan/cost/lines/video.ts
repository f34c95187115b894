import type { StageSettings } from '#lib/settings/settings'
import type { Plan } from '#load/plan/plan'
import type { Prices } from '#load/prices/prices'
import { type CostLine, figure } from './line.ts'
import type { Month } from './month.ts'

/** A minute of a lecture counts so many of SD: three rungs of SD and two of HD, each twice (ADR 7). */
const SD_MINUTES = 7
/** What stays of a minute: its rungs and the file that was put up, which is assumed at 6 Mbit/s. */
const SOURCE_MB = 45
/** The lectures of a year stay. */
const MONTHS = 12
/** Of what is asked of the edge, so much it has to fetch, which is assumed; on the way to it data costs nothing. */
const FETCHED = 0.03
/** A line of the edge's access log, compressed. Assumed. */
const LINE_KB = 0.1

export function videoLines(
  plan: Plan,
  month: Month,
  { encoding, logRetentionDays }: StageSettings,
  prices: Prices,
): CostLine[] {
  const { rungs, shareOfCeiling, soundKbits } = plan.model.video
  const kbits = Object.values(rungs).reduce((sum, { ceilingKbits }) => sum + ceilingKbits, 0)
  const mb = ((kbits * shareOfCeiling + soundKbits) * 60) / 8_000 + SOURCE_MB
  const gb = (month.uploadedMinutes * MONTHS * mb) / 1_000
  const sdMinute = encoding.sdMinuteUsd ?? prices.encoding.sdMinute
  const fetched = month.edgeMillionRequests * FETCHED
  const logGb = (month.edgeMillionRequests * LINE_KB * logRetentionDays) / 30
  const puts = (month.uploadedMinutes * 60 * 6) / plan.model.video.segmentSeconds / 1e6
  return [
    {
      group: 'Video',
      what: 'Encoding',
      usd: month.uploadedMinutes * SD_MINUTES * sdMinute,
      how: `${figure(month.uploadedMinutes / 60)} hours of lectures at $${(SD_MINUTES * sdMinute).toFixed(4)} a minute`,
    },
    {
      group: 'Video',
      what: 'What stays in the buckets',
      usd: gb * prices.storage.gbMonth + puts * prices.storage.millionPuts,
      how: `a year’s lectures, ${figure(gb)} GB`,
    },
    {
      group: 'Video',
      what: 'Reads of the buckets',
      usd: fetched * prices.storage.millionGets,
      how: `${figure(fetched)} M, of which the edge has nothing yet`,
    },
    {
      group: 'Watching',
      what: 'Access logs of the edge',
      usd: logGb * prices.storage.gbMonth,
      how: `${figure(logGb)} GB, ${logRetentionDays} days`,
    },
  ]
}
