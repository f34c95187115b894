import { Skeleton } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import type { CourseId } from '#contract/platform/ids'
import type { CourseDay, CourseReport, ReportPeriod } from '#contract/reports/report'
import { ApiError, routes } from '#web/api/client.ts'
import { routeQuery } from '#web/api/route-query.ts'
import { SignInGate } from '#web/people/sign-in-gate.tsx'
import { Answer } from '#web/reports/answer.tsx'
import { AsOf } from '#web/reports/as-of.tsx'
import { Figures } from '#web/reports/figures.tsx'
import { timeInWords } from '#web/reports/in-words.ts'
import { type Choice, choiceOf, periodOf, searchOf, sinceFirst } from '#web/reports/period.ts'
import { PeriodChoice } from '#web/reports/period-choice.tsx'
import reports from '#web/reports/reports.module.css'
import { words } from '#web/reports/words/en.ts'
import layout from '#web/ui/layout.module.css'
import { Notice } from '#web/ui/notices.tsx'
import { useTitle } from '#web/ui/use-title.ts'
import { figure } from '#web/ui/words.ts'
import { LearnersOverTime, TimeSpent } from './learners-over-time.tsx'
import { LessonFunnel } from './lesson-funnel.tsx'
import { StoppedLearners } from './stopped-learners.tsx'
import { Videos } from './videos.tsx'

const PAGE = '/teach/$courseId/reports'

export function CourseReportsPage() {
  const { courseId } = useParams({ from: PAGE })
  return (
    <SignInGate>
      <CourseReports courseId={courseId} />
    </SignInGate>
  )
}

function CourseReports({ courseId }: { courseId: CourseId }) {
  const search = useSearch({ from: PAGE })
  const navigate = useNavigate({ from: PAGE })
  const choice = choiceOf(search)
  const period = periodOf(choice, Date.now())
  const answer = useQuery({
    ...routeQuery(routes.getCourseReport, { params: { courseId }, query: period }),
    // Other days of the same course take its place when they are there, so that nothing jumps.
    placeholderData: keepPreviousData,
  })
  useTitle(answer.data && words.reportsOf(answer.data.title))
  const look = (chosen: Choice, video: unknown) =>
    void navigate({
      search: { ...searchOf(chosen), ...(video === undefined ? {} : { video }) },
      replace: true,
      resetScroll: false,
    })
  if (answer.error instanceof ApiError && answer.error.code === 'not_found' && !answer.data)
    return (
      <Notice title={words.notHere} text={words.notHereText}>
        <Link to="/teach/$courseId" params={{ courseId }}>
          {words.toCourse}
        </Link>
      </Notice>
    )
  return (
    <div className="page">
      <Link dir="auto" to="/teach/$courseId" params={{ courseId }} className="quiet">
        {answer.data?.title ?? words.theCourse}
      </Link>
      <div className={`${layout.titleRow} ${reports.head}`}>
        <h1>{words.reports}</h1>
        <PeriodChoice
          choice={choice}
          period={period}
          choose={(chosen) => look(chosen, search.video)}
        />
      </div>
      <Answer of={answer} skeleton={<ReportSkeleton />}>
        {(report) => (
          <Report
            report={
              'days' in choice && choice.days === 'all'
                ? { ...report, days: sinceFirst(report.days, isEmpty) }
                : report
            }
            period={period}
            video={search.video}
            chooseVideo={(video) => look(choice, video)}
          />
        )}
      </Answer>
    </div>
  )
}

const isEmpty = (day: CourseDay) => day.active + day.enrolled + day.left === 0

interface ReportProps {
  readonly report: CourseReport
  readonly period: ReportPeriod
  readonly video: unknown
  readonly chooseVideo: (lessonId: string) => void
}

function Report({ report, period, video, chooseVideo }: ReportProps) {
  const { asOf, active, days, lessons, title, courseId } = report
  if (lessons.length === 0)
    return (
      <Notice title={words.notPublished} text={words.notPublishedText}>
        <Link to="/teach/$courseId" params={{ courseId }}>
          {words.toCourse}
        </Link>
      </Notice>
    )
  const all = (what: 'enrolled' | 'completed' | 'seconds') =>
    days.reduce((sum, day) => sum + day[what], 0)
  const fileName = (what: string) => `${title} ${what} ${period.from} ${period.to}`
  const nothing = active === 0 && all('enrolled') === 0
  return (
    <>
      <AsOf instant={asOf} />
      {nothing ? (
        <section className={layout.panel}>
          <h2>{words.nothingYet}</h2>
          <p>{words.nothingYetText}</p>
        </section>
      ) : (
        <>
          <Figures
            figures={[
              { name: words.activeLearners, value: figure(active) },
              { name: words.enrolled, value: figure(all('enrolled')) },
              { name: words.completedCourse, value: figure(all('completed')) },
              { name: words.time, value: timeInWords(all('seconds')) },
            ]}
          />
          <LearnersOverTime report={report} fileName={fileName(words.overTime)} />
          <LessonFunnel report={report} fileName={fileName(words.funnel)} />
          <Videos
            report={report}
            period={period}
            chosen={video}
            choose={chooseVideo}
            fileName={fileName(words.video)}
          />
          <TimeSpent report={report} fileName={fileName(words.timeSpent)} />
        </>
      )}
      <StoppedLearners courseId={courseId} fileName={`${title} ${words.stopped}`} />
    </>
  )
}

const ReportSkeleton = () => (
  <>
    <Skeleton height={22} width={220} mb={28} />
    <div className={reports.figures}>
      {['active', 'enrolled', 'completed', 'time'].map((name) => (
        <Skeleton key={name} height={86} radius={12} />
      ))}
    </div>
    <Skeleton height={390} mt={65} />
    <Skeleton height={390} mt={65} />
  </>
)
