import { Button } from '@mantine/core'
import { useState } from 'react'
import type { CourseReport, FunnelLesson } from '#contract/reports/report'
import { timeInWords } from '#web/reports/in-words.ts'
import type { Column } from '#web/reports/section/data-table.tsx'
import { ReportSection } from '#web/reports/section/report-section.tsx'
import { words } from '#web/reports/words/en.ts'
import { figure } from '#web/ui/words.ts'
import styles from './course.module.css'
import { whereMostStop } from './where-people-stop.ts'

/** So many are shown at first: a course may have two thousand. */
const FIRST = 20

const titleOf = ({ title }: FunnelLesson) => title
const columns: readonly Column<FunnelLesson>[] = [
  { name: words.lesson, value: titleOf, show: (lesson) => <bdi>{titleOf(lesson)}</bdi> },
  {
    name: words.module,
    value: ({ moduleTitle }) => moduleTitle,
    show: ({ moduleTitle }) => <bdi>{moduleTitle}</bdi>,
    isText: true,
  },
  { name: words.started, value: ({ started }) => started },
  { name: words.completed, value: ({ completed }) => completed },
  {
    name: words.time,
    nameInFile: words.minutes,
    value: ({ seconds }) => Math.round(seconds / 60),
    show: ({ seconds }) => timeInWords(seconds),
  },
]

/** How many come how far on the way through the course. */
export function LessonFunnel({ report, fileName }: { report: CourseReport; fileName: string }) {
  const [all, setAll] = useState(false)
  const { lessons } = report
  const most = Math.max(0, ...lessons.map(({ started }) => started))
  const stop = whereMostStop(lessons)
  const summary =
    stop === null
      ? most > 0
        ? words.nobodyStops
        : words.nobodyStarted
      : words.mostStopAfter(<bdi key="lesson">{stop.lesson.title}</bdi>, stop.stopped)
  return (
    <ReportSection
      title={words.funnel}
      summary={summary}
      fileName={fileName}
      columns={columns}
      rows={lessons}
      keyOf={({ lessonId }) => lessonId}
    >
      <ol className={styles.funnel}>
        {(all ? lessons : lessons.slice(0, FIRST)).map((lesson, at) => (
          <li key={lesson.lessonId} data-stop={lesson === stop?.lesson}>
            {lesson.moduleTitle !== lessons[at - 1]?.moduleTitle && (
              <h3 className={styles.module}>{lesson.moduleTitle}</h3>
            )}
            <div className={styles.step}>
              <bdi className={styles.stepTitle}>{lesson.title}</bdi>
              <span className={styles.bar} aria-hidden>
                <i
                  className={styles.begun}
                  style={{ width: `${(100 * lesson.started) / (most || 1)}%` }}
                />
                <i
                  className={styles.done}
                  style={{ width: `${(100 * lesson.completed) / (most || 1)}%` }}
                />
              </span>
              <span className="quiet">
                {words.startedAndCompleted(figure(lesson.started), figure(lesson.completed))}
              </span>
            </div>
          </li>
        ))}
      </ol>
      {!all && lessons.length > FIRST && (
        <Button variant="default" onClick={() => setAll(true)}>
          {words.showAllLessons(lessons.length)}
        </Button>
      )}
    </ReportSection>
  )
}
