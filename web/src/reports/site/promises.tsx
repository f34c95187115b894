import type { PromiseName } from '#contract/platform/promised'
import type { PromiseReport, SiteReport } from '#contract/reports/report'
import { Chart } from '#web/reports/charts/chart.tsx'
import { ticksOf } from '#web/reports/charts/scale.ts'
import { DayShown, placeOf } from '#web/reports/day-shown.tsx'
import { millisecondsInWords, percentInWords } from '#web/reports/in-words.ts'
import type { Column } from '#web/reports/section/data-table.tsx'
import { ReportSection } from '#web/reports/section/report-section.tsx'
import { words } from '#web/reports/words/site/en.ts'
import { figure } from '#web/ui/words.ts'

interface Said {
  readonly title: string
  readonly byDay: string
  readonly promise: (limit: string, percentile: number) => string
  readonly counted: string
}

const said: Readonly<Record<PromiseName, Said>> = {
  apiResponse: {
    title: words.apiResponse,
    byDay: words.apiResponseByDay,
    promise: words.apiResponsePromise,
    counted: words.answers,
  },
  pageLoad: {
    title: words.pageLoad,
    byDay: words.pageLoadByDay,
    promise: words.pageLoadPromise,
    counted: words.pagesMeasured,
  },
  videoStart: {
    title: words.videoStart,
    byDay: words.videoStartByDay,
    promise: words.videoStartPromise,
    counted: words.startsMeasured,
  },
  failures: {
    title: words.failures,
    byDay: words.failuresByDay,
    promise: words.failuresPromise,
    counted: words.answers,
  },
}

interface Props {
  readonly report: SiteReport
  /** The days that are shown, measured or not. */
  readonly days: readonly { readonly day: string }[]
}

/** How far each promise was kept, day by day, beside what was promised. */
export function Promises({ report, days }: Props) {
  const [first] = days
  const shown = (promise: PromiseReport) => ({
    ...promise,
    days: promise.days.filter(({ day }) => first !== undefined && day >= first.day),
  })
  return report.promises.map((promise) => (
    <Kept key={promise.promise} of={shown(promise)} days={days} />
  ))
}

interface KeptProps {
  readonly of: PromiseReport
  readonly days: Props['days']
}

function Kept({ of, days }: KeptProps) {
  const { promise, percentile, limit } = of
  const { title, byDay, promise: promised, counted } = said[promise]
  const inWords = percentile === null ? percentInWords : millisecondsInWords
  const byDayMeasured = new Map(of.days.map((one) => [one.day, one.value]))
  const values = days.map(({ day }) => byDayMeasured.get(day) ?? null)
  const kept = of.days.filter(({ value }) => value <= limit).length
  const columns: readonly Column<PromiseReport['days'][number]>[] = [
    { name: words.day, value: ({ day }) => day, show: ({ day }) => <DayShown day={day} /> },
    {
      name: words.measured,
      nameInFile: percentile === null ? words.inPercent : words.inMilliseconds(percentile),
      value: ({ value }) => Number(value.toFixed(3)),
      show: ({ value }) => inWords(value),
    },
    {
      name: words.promised,
      nameInFile: percentile === null ? words.promisedPercent : words.promisedMilliseconds,
      value: () => limit,
      show: () => inWords(limit),
    },
    { name: words.kept, value: ({ value }) => (value <= limit ? words.yes : words.no) },
    { name: counted, value: ({ measured }) => measured, show: ({ measured }) => figure(measured) },
  ]
  return (
    <ReportSection
      title={title}
      summary={`${promised(inWords(limit), percentile ?? 0)} ${
        of.days.length > 0 ? words.keptOn(kept, of.days.length) : words.notMeasured
      }`}
      fileName={`${title} ${days[0]?.day} ${days.at(-1)?.day}`}
      columns={columns}
      rows={of.days}
      keyOf={({ day }) => day}
    >
      {of.days.length > 0 && (
        <Chart
          label={byDay}
          places={days.map(placeOf)}
          series={[
            { name: words.measured, values, as: 'area' },
            { name: words.promised, values: days.map(() => limit), as: 'line' },
          ]}
          ticks={ticksOf(
            Math.max(limit, ...of.days.map(({ value }) => value)),
            percentile === null ? 'percent' : 'milliseconds',
          )}
          inWords={inWords}
        />
      )}
    </ReportSection>
  )
}
