import type { CourseDay, CourseReport } from '#contract/reports/report'
import { Chart } from '#web/reports/charts/chart.tsx'
import { ticksOf } from '#web/reports/charts/scale.ts'
import { DayShown, placeOf } from '#web/reports/day-shown.tsx'
import { timeInWords } from '#web/reports/in-words.ts'
import type { Column } from '#web/reports/section/data-table.tsx'
import { ReportSection } from '#web/reports/section/report-section.tsx'
import { words } from '#web/reports/words/en.ts'
import { figure } from '#web/ui/words.ts'

interface Props {
  readonly report: CourseReport
  readonly fileName: string
}

const day: Column<CourseDay> = {
  name: words.day,
  value: (one) => one.day,
  show: (one) => <DayShown day={one.day} />,
}
const learners: readonly Column<CourseDay>[] = [
  day,
  { name: words.active, value: ({ active }) => active },
  { name: words.enrolled, value: ({ enrolled }) => enrolled },
  { name: words.completedCourse, value: ({ completed }) => completed },
  { name: words.left, value: ({ left }) => left },
]
const time: readonly Column<CourseDay>[] = [
  day,
  {
    name: words.time,
    nameInFile: words.minutes,
    value: ({ seconds }) => Math.round(seconds / 60),
    show: ({ seconds }) => timeInWords(seconds),
  },
]
const sum = (values: readonly number[]) => values.reduce((all, one) => all + one, 0)

/** Who was there, came and finished, day by day. */
export function LearnersOverTime({ report: { days, active }, fileName }: Props) {
  const series = [
    { name: words.active, values: days.map((one) => one.active), as: 'area' as const },
    { name: words.enrolled, values: days.map((one) => one.enrolled), as: 'line' as const },
    { name: words.completedCourse, values: days.map((one) => one.completed), as: 'line' as const },
  ]
  const most = Math.max(...series.flatMap(({ values }) => values))
  return (
    <ReportSection
      title={words.overTime}
      summary={words.overTimeSummary(active, sum(days.map(({ completed }) => completed)))}
      fileName={fileName}
      columns={learners}
      rows={days}
      keyOf={(one) => one.day}
    >
      <Chart
        label={words.overTimeByDay}
        places={days.map(placeOf)}
        series={series}
        ticks={ticksOf(most, 'count')}
        inWords={figure}
      />
    </ReportSection>
  )
}

/** How long learners were at it, day by day. */
export function TimeSpent({ report: { days, active }, fileName }: Props) {
  const values = days.map(({ seconds }) => seconds)
  const all = sum(values)
  return (
    <ReportSection
      title={words.timeSpent}
      summary={words.timeSpentSummary(timeInWords(all), timeInWords(active > 0 ? all / active : 0))}
      fileName={fileName}
      columns={time}
      rows={days}
      keyOf={(one) => one.day}
    >
      <Chart
        label={words.timeSpentByDay}
        places={days.map(placeOf)}
        series={[{ name: words.time, values, as: 'bars' }]}
        ticks={ticksOf(Math.max(...values), 'seconds')}
        inWords={timeInWords}
      />
    </ReportSection>
  )
}
