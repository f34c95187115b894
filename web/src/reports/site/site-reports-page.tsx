import { Skeleton } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import type { SiteReport } from '#contract/reports/report'
import { routes } from '#web/api/client.ts'
import { routeQuery } from '#web/api/route-query.ts'
import { SignInGate } from '#web/people/sign-in-gate.tsx'
import { Answer } from '#web/reports/answer.tsx'
import { AsOf } from '#web/reports/as-of.tsx'
import { Chart } from '#web/reports/charts/chart.tsx'
import { ticksOf } from '#web/reports/charts/scale.ts'
import { DayShown, placeOf } from '#web/reports/day-shown.tsx'
import { Figures } from '#web/reports/figures.tsx'
import { choiceOf, periodOf, searchOf, sinceFirst } from '#web/reports/period.ts'
import { PeriodChoice } from '#web/reports/period-choice.tsx'
import reports from '#web/reports/reports.module.css'
import type { Column } from '#web/reports/section/data-table.tsx'
import { ReportSection } from '#web/reports/section/report-section.tsx'
import { words } from '#web/reports/words/site/en.ts'
import layout from '#web/ui/layout.module.css'
import { Notice } from '#web/ui/notices.tsx'
import { useTitle } from '#web/ui/use-title.ts'
import { figure } from '#web/ui/words.ts'
import { CoursesByUse } from './courses-by-use.tsx'
import { Promises } from './promises.tsx'

const PAGE = '/admin/reports'

export function SiteReportsPage() {
  useTitle(words.siteReports)
  return (
    <SignInGate
      notAdmin={
        <Notice title={words.forAdmins} text={words.forAdminsText}>
          <Link to="/teach">{words.toTeach}</Link>
        </Notice>
      }
    >
      <SiteReports />
    </SignInGate>
  )
}

function SiteReports() {
  const choice = choiceOf(useSearch({ from: PAGE }))
  const navigate = useNavigate({ from: PAGE })
  const period = periodOf(choice, Date.now())
  const answer = useQuery({
    ...routeQuery(routes.getSiteReport, { query: period }),
    placeholderData: keepPreviousData,
  })
  return (
    <div className="page wide">
      <Link to="/teach" className="quiet">
        {words.toTeach}
      </Link>
      <div className={`${layout.titleRow} ${reports.head}`}>
        <h1>{words.siteReports}</h1>
        <PeriodChoice
          choice={choice}
          period={period}
          choose={(chosen) =>
            void navigate({ search: searchOf(chosen), replace: true, resetScroll: false })
          }
        />
      </div>
      <Answer of={answer} skeleton={<SiteSkeleton />}>
        {(report) => {
          const isAll = 'days' in choice && choice.days === 'all'
          const days = isAll ? sinceFirst(report.days, isEmptyOf(report)) : report.days
          return (
            <>
              <AsOf instant={report.asOf} />
              <ActiveLearners days={days} />
              <CoursesByUse
                courses={report.courses}
                fileName={`${words.courses} ${period.from} ${period.to}`}
              />
              <Promises report={report} days={days} />
            </>
          )
        }}
      </Answer>
    </div>
  )
}

/** Nobody learned, and nothing was measured. */
const isEmptyOf = ({ promises }: SiteReport) => {
  const measured = new Set(promises.flatMap(({ days }) => days.map(({ day }) => day)))
  return ({ day, active }: SiteDay) => active === 0 && !measured.has(day)
}

type SiteDay = SiteReport['days'][number]

const columns: readonly Column<SiteDay>[] = [
  { name: words.day, value: ({ day }) => day, show: ({ day }) => <DayShown day={day} /> },
  { name: words.onTheDay, value: ({ active }) => active },
  { name: words.in7, value: ({ active7 }) => active7 ?? '' },
  { name: words.in30, value: ({ active30 }) => active30 ?? '' },
]

/** Who learned on each day, and in the week and the month before. */
function ActiveLearners({ days }: { days: readonly SiteDay[] }) {
  const active = days.at(-1)?.active ?? 0
  // Weeks and months are counted the night after.
  const week = days.findLast(({ active7 }) => active7 !== null)?.active7 ?? 0
  const month = days.findLast(({ active30 }) => active30 !== null)?.active30 ?? 0
  const series = [
    { name: words.in30, values: days.map(({ active30 }) => active30), as: 'area' as const },
    { name: words.in7, values: days.map(({ active7 }) => active7), as: 'line' as const },
    { name: words.onTheDay, values: days.map(({ active }) => active), as: 'line' as const },
  ]
  const most = Math.max(0, ...series.flatMap(({ values }) => values.map((value) => value ?? 0)))
  return (
    <>
      <Figures
        figures={[
          { name: words.onTheDay, value: figure(active) },
          { name: words.in7, value: figure(week) },
          { name: words.in30, value: figure(month) },
        ]}
      />
      <ReportSection
        title={words.activeLearners}
        summary={month > 0 ? words.activeSummary(month, week) : words.nobodyActive}
        fileName={`${words.activeLearners} ${days[0]?.day} ${days.at(-1)?.day}`}
        columns={columns}
        rows={days}
        keyOf={({ day }) => day}
      >
        {days.length > 0 && (
          <Chart
            label={words.activeByDay}
            places={days.map(placeOf)}
            series={series}
            ticks={ticksOf(most, 'count')}
            inWords={figure}
          />
        )}
      </ReportSection>
    </>
  )
}

const SiteSkeleton = () => (
  <>
    <Skeleton height={22} width={220} mb={28} />
    <div className={reports.figures}>
      {['day', 'week', 'month'].map((name) => (
        <Skeleton key={name} height={86} radius={12} />
      ))}
    </div>
    <Skeleton height={390} mt={65} />
    <Skeleton height={390} mt={65} />
  </>
)
