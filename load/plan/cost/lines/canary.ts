import type { StageSettings } from '#lib/settings/settings'
import type { Prices } from '#load/prices/prices'
import { type CostLine, figure } from './line.ts'
import { HOURS } from './month.ts'

/** Of a run: Chromium starts, somebody signs in, and a picture moves. Assumed; its function has 2 GB. */
const RUN = { seconds: 30, gb: 2 }
/** Of an account and month: https://aws.amazon.com/cloudwatch/pricing/ */
const FREE_RUNS = 100
/** Its alarm, and the page that stands over it where all are. */
const PAGES = { all: 1, few: 0 } as const

/** What it costs that somebody comes who is nobody (ADR 25): nothing, where the stage names no course. */
export function canaryLines(
  { canary, alarms }: StageSettings,
  { watching, lambda }: Prices,
): CostLine[] {
  const line = { group: 'Watching', what: 'Canary', isFixed: true } as const
  if (!canary) return [{ ...line, usd: 0, how: 'none: the stage names no course for one' }]
  const runs = (HOURS * 60) / canary.everyMinutes
  const visits = Math.max(0, runs - FREE_RUNS) * watching.canaryRun
  const runsFor = runs * RUN.seconds * RUN.gb * lambda.x86GbSecond
  const told = watching.alarmMetric + PAGES[alarms] * watching.compositeAlarm
  return [
    {
      ...line,
      usd: visits + runsFor + told,
      how: `${figure(runs)} runs at $${watching.canaryRun}, their functions for ${RUN.seconds} s each $${figure(runsFor)}, the alarm $${figure(told)}`,
    },
  ]
}
