import { Link } from '@tanstack/react-router'
import type { CourseId } from '#contract/platform/ids'
import type { LessonReport } from '#contract/reports/report'
import { clock, clockInWords } from '#web/player/state/clock.ts'
import { Chart } from '#web/reports/charts/chart.tsx'
import { ticksOf } from '#web/reports/charts/scale.ts'
import { meanInWords, shareInWords } from '#web/reports/in-words.ts'
import type { Column } from '#web/reports/section/data-table.tsx'
import { ReportSection } from '#web/reports/section/report-section.tsx'
import { words } from '#web/reports/words/en.ts'
import styles from './course.module.css'
import { type Moment, mostReplayed, mostSkipped } from './moments.ts'

interface Props {
  readonly courseId: CourseId
  readonly report: LessonReport
  readonly fileName: string
}
interface PartRow {
  readonly from: number
  readonly viewers: number
  readonly plays: number
}

const columns: readonly Column<PartRow>[] = [
  {
    name: words.from,
    value: ({ from }) => clock(from),
    show: ({ from }) => <time>{clock(from)}</time>,
  },
  {
    name: words.viewers,
    value: ({ viewers }) => Number(viewers.toFixed(1)),
    show: ({ viewers }) => meanInWords(viewers),
  },
  {
    name: words.plays,
    value: ({ plays }) => Number(plays.toFixed(1)),
    show: ({ plays }) => meanInWords(plays),
  },
]

/** How much of a video's audience is at each part of it, and where people watch again or jump on. */
export function Retention({ courseId, report, fileName }: Props) {
  const { began, parts, partSeconds } = report
  // Some began before these days, and went on in them.
  const viewers = Math.max(began, ...parts.map((part) => Math.ceil(part.viewers)))
  const rows = parts.map((part, at) => ({ ...part, from: at * partSeconds }))
  const share = (value: number) => (viewers > 0 ? value / viewers : 0)
  const mean = parts.reduce((all, part) => all + share(part.viewers), 0) / Math.max(1, parts.length)
  return (
    <ReportSection
      title={words.retentionOf(report.title)}
      summary={viewers > 0 ? words.retentionSummary(viewers, shareInWords(mean)) : words.noViewers}
      fileName={fileName}
      columns={columns}
      rows={viewers > 0 ? rows : []}
      keyOf={({ from }) => String(from)}
    >
      {viewers > 0 && (
        <>
          <Chart
            label={words.retentionAlong}
            places={rows.map(({ from }) => ({
              name: clockInWords(from),
              shown: <time>{clock(from)}</time>,
            }))}
            series={[
              {
                name: words.stillThere,
                values: parts.map((part) => share(part.viewers)),
                as: 'area',
              },
            ]}
            ticks={ticksOf(1, 'share')}
            inWords={shareInWords}
          />
          <div className={styles.moments}>
            <Moments
              title={words.mostReplayed}
              moments={mostReplayed(report)}
              none={words.noneReplayed}
              say={({ measure }) => words.timesEach(meanInWords(measure))}
            />
            <Moments
              title={words.mostSkipped}
              moments={mostSkipped(report)}
              none={words.noneSkipped}
              say={({ measure }) => words.skippedBy(shareInWords(measure))}
            />
          </div>
          <Link to="/learn/$courseId/{-$lessonId}" params={{ courseId, lessonId: report.lessonId }}>
            {words.openLesson}
          </Link>
        </>
      )}
    </ReportSection>
  )
}

interface MomentsProps {
  readonly title: string
  readonly moments: readonly Moment[]
  readonly none: string
  readonly say: (moment: Moment) => string
}

const Moments = ({ title, moments, none, say }: MomentsProps) => (
  <div>
    <h3>{title}</h3>
    {moments.length === 0 && <p className="quiet">{none}</p>}
    <ol className={styles.momentList}>
      {moments.map((moment) => (
        <li key={moment.from}>
          <time>
            {clock(moment.from)}–{clock(moment.to)}
          </time>{' '}
          <span className="quiet">{say(moment)}</span>
        </li>
      ))}
    </ol>
  </div>
)
