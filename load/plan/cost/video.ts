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

export function videoLines(
  plan: Plan,
  month: Month,
  { encoding }: StageSettings,
  prices: Prices,
): CostLine[] {
  const { rungs, shareOfCeiling, soundKbits } = plan.model.video
  const kbits = Object.values(rungs).reduce((sum, { ceilingKbits }) => sum + ceilingKbits, 0)
  const mb = ((kbits * shareOfCeiling + soundKbits) * 60) / 8_000 + SOURCE_MB
  const gb = (month.uploadedMinutes * MONTHS * mb) / 1_000
  const sdMinute = encoding.sdMinuteUsd ?? prices.encoding.sdMinute
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
  ]
}
