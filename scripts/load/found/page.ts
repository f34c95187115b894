import { targets } from '#lib/settings/targets'
import { ticksTo } from '#load/plot/axis'
import { documentOf, plotsOf, tableOf, verdictsOf } from '#load/plot/html'
import { plot } from '#load/plot/plot'
import { measured } from '#load/scenarios/user/measured'
import { linesOf, type Report } from './report.ts'
import type { KeptPromise } from './verdict.ts'

/** What a load found, as one HTML page that needs nothing else. */
export function pageOf(report: Report, promises: readonly KeptPromise[]): string {
  const requests = report.aggregate.counters['http.requests'] ?? 0
  const title = `A load of ${requests.toLocaleString('en')} requests`
  const rows = linesOf(report).map(({ name, count, failed, summary }) => [
    name,
    ...[count, failed, summary.p50, summary.p95, summary.p99].map(
      (value) => value?.toLocaleString('en') ?? '',
    ),
  ])
  return documentOf(
    title,
    [
      verdictsOf(promises.map(({ name, said, isKept }) => ({ promise: name, seen: said, isKept }))),
      plotsOf([latency(report), requestsPlot(report)]),
      tableOf({
        title: 'By what was asked',
        head: ['Asked', 'times', 'failed', 'P50 ms', 'P95 ms', 'P99 ms'],
        rows,
        figures: [1, 2, 3, 4, 5],
        notes: [],
      }),
    ].join('\n'),
  )
}

type Points = readonly (readonly [x: number, y: number])[]

function latency(report: Report): string {
  const { promiseMs, goalMs } = targets.apiResponse
  const at = minutesOf(report)
  const p95 = report.intermediate.flatMap(({ period, summaries }) => {
    const value = summaries[measured.api]?.p95
    return value === undefined ? [] : [[at(period), value] as const]
  })
  const last = lastOf(report)
  return over(report, {
    title: 'How soon the API answered',
    label: 'P95 in milliseconds, of each ten seconds',
    most: Math.max(promiseMs, ...p95.map(([, value]) => value)),
    series: [
      { name: 'P95', tone: 'load', points: p95 },
      level('promised', promiseMs, last, false),
      level('goal', goalMs, last, true),
    ],
  })
}

function requestsPlot(report: Report): string {
  const at = minutesOf(report)
  const rates: Points = report.intermediate.map(({ period, counters }) => [
    at(period),
    (counters['http.requests'] ?? 0) / PERIOD_SECONDS,
  ])
  const failures: Points = report.intermediate.map(({ period, counters }) => [
    at(period),
    (counters[measured.failed] ?? 0) / PERIOD_SECONDS,
  ])
  return over(report, {
    title: 'What was asked',
    label: 'requests a second, files of the edge among them',
    most: Math.max(1, ...rates.map(([, value]) => value)),
    series: [
      { name: 'requests', tone: 'load', isFilled: true, points: rates },
      { name: 'failed', tone: 'capacity', points: failures },
    ],
  })
}

/** Artillery's own. */
const PERIOD_SECONDS = 10

const minutesOf = ({ intermediate: [first] }: Report) => {
  const start = first?.period ?? 0
  return (period: number): number => (period - start) / 60_000
}

const lastOf = (report: Report): number =>
  Math.max(1 / 6, minutesOf(report)(report.intermediate.at(-1)?.period ?? 0))

const level = (name: string, value: number, last: number, isDashed: boolean) => ({
  name,
  tone: 'limit' as const,
  isDashed,
  points: [
    [0, value],
    [last, value],
  ] as const,
})

function over(
  report: Report,
  options: {
    title: string
    label: string
    most: number
    series: Parameters<typeof plot>[0]['series']
  },
): string {
  const { title, label, most, series } = options
  const ticks = ticksTo(most)
  const last = lastOf(report)
  const name = (value: number) => value.toLocaleString('en')
  return plot({
    title,
    said: `${title}: ${label}, at most ${name(Math.round(most))}.`,
    x: {
      label: 'minutes',
      from: 0,
      to: last,
      ticks: ticksTo(last).filter((tick) => tick <= last),
      name,
    },
    y: { label, from: 0, to: ticks.at(-1) ?? most, ticks, name },
    series,
  })
}
