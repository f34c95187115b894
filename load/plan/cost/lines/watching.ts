import type { StageSettings } from '#lib/settings/settings'
import type { Prices } from '#load/prices/prices'
import { type CostLine, figure } from './line.ts'
import { HOURS, type Month } from './month.ts'

/** Of a call: the access log’s line, the function’s own and what Lambda writes of its start and end. Assumed. */
const LOG_KB = 1.2
/** The gateway traces one request a second and a twentieth of the rest: https://docs.aws.amazon.com/xray/latest/devguide/xray-console-sampling.html */
const TRACED = 0.05
/** What the alarms of each choice watch, and how many stand over others (docs/operations.md). */
export const ALARMS = { all: { metrics: 162, pages: 15 }, few: { metrics: 20, pages: 0 } } as const
const METRICS = 31
/** Metrics that the dashboard of each choice shows; of up to fifty it is free, as one of an account's three. */
export const DASHBOARD = { all: 148, few: 47 } as const
const FREE_DASHBOARD = 50
const FREE = { alarms: 10, metrics: 10 }

export function watchingLines(
  month: Month,
  settings: StageSettings,
  { watching }: Prices,
): CostLine[] {
  const gb = month.millionCalls * LOG_KB
  const kept = (gb * settings.logRetentionDays) / 30
  const traces = Math.min(
    month.millionCalls,
    month.millionCalls * TRACED + ((HOURS * 3_600) / 1e6) * Math.min(1, month.millionCalls / 10),
  )
  const alarms = ALARMS[settings.alarms]
  const shown = DASHBOARD[settings.alarms]
  return [
    {
      group: 'Watching',
      what: 'Logs, written',
      usd: gb * watching.logGb,
      how: `${figure(gb)} GB, ${LOG_KB} kB a call`,
    },
    {
      group: 'Watching',
      what: 'Logs, kept',
      usd: kept * watching.logGbMonth,
      how: `${settings.logRetentionDays} days`,
    },
    {
      group: 'Watching',
      what: 'Traces',
      usd: traces * watching.millionTraces,
      how: `${figure(traces)} M: one a second, and a twentieth of the rest`,
    },
    {
      group: 'Watching',
      what: 'Alarms',
      usd:
        (alarms.metrics - FREE.alarms) * watching.alarmMetric +
        alarms.pages * watching.compositeAlarm,
      how: `${settings.alarms}: ${alarms.metrics} metrics, of which ${FREE.alarms} are free, and ${alarms.pages} over others`,
      isFixed: true,
    },
    {
      group: 'Watching',
      what: 'Metrics',
      usd:
        (METRICS - FREE.metrics) * watching.metric * Math.min(1, month.millionCalls) +
        (settings.api.metricsByRoute ? (month.millionCalls > 0 ? 50 : 0) : 0),
      how: 'our own, where something happens',
    },
    {
      group: 'Watching',
      what: 'Dashboard',
      usd: shown > FREE_DASHBOARD ? watching.dashboard : 0,
      how: `of ${shown} metrics; of up to ${FREE_DASHBOARD} it is free`,
      isFixed: true,
    },
  ]
}
