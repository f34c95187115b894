import { useMediaQuery } from '@mantine/hooks'
import { Link } from '@tanstack/react-router'
import type { CourseUse } from '#contract/reports/report'
import { timeInWords } from '#web/reports/in-words.ts'
import type { Column } from '#web/reports/section/data-table.tsx'
import { ReportSection } from '#web/reports/section/report-section.tsx'
import { words } from '#web/reports/words/site/en.ts'
import layout from '#web/ui/layout.module.css'
import { dollarsInWords } from '#web/ui/money.ts'
import { bytesInWords } from '#web/ui/words.ts'

const ReportsLink = ({ course: { courseId, title } }: { course: CourseUse }) => (
  <Link dir="auto" to="/teach/$courseId/reports" params={{ courseId }}>
    {title}
  </Link>
)

const columns: readonly Column<CourseUse>[] = [
  {
    name: words.course,
    value: ({ title }) => title,
    show: (course) => <ReportsLink course={course} />,
  },
  { name: words.learnerDays, value: ({ learnerDays }) => learnerDays },
  { name: words.enrolled, value: ({ enrolled }) => enrolled },
  { name: words.completed, value: ({ completed }) => completed },
  {
    name: words.time,
    nameInFile: words.minutes,
    value: ({ seconds }) => Math.round(seconds / 60),
    show: ({ seconds }) => timeInWords(seconds),
  },
  {
    name: words.uploaded,
    nameInFile: words.bytes,
    value: ({ uploadedBytes }) => uploadedBytes,
    show: ({ uploadedBytes }) => bytesInWords(uploadedBytes),
  },
  {
    name: words.encoding,
    nameInFile: words.encodingUsd,
    value: ({ encodingUsd }) => Number(encodingUsd.toFixed(4)),
    show: ({ encodingUsd }) => dollarsInWords(encodingUsd),
  },
  {
    name: words.egress,
    nameInFile: words.egressUsd,
    value: ({ egressUsd }) => Number(egressUsd.toFixed(4)),
    show: ({ egressUsd }) => dollarsInWords(egressUsd),
  },
]

interface Props {
  readonly courses: readonly CourseUse[]
  readonly fileName: string
}

/** What each course is used for, and what it costs: a table where there is room, else cards. */
export function CoursesByUse({ courses, fileName }: Props) {
  const wide = useMediaQuery('(min-width: 900px)', true, { getInitialValueInEffect: false })
  const cost = courses.reduce((sum, one) => sum + one.encodingUsd + one.egressUsd, 0)
  return (
    <ReportSection
      title={words.coursesByUse}
      summary={
        courses.length > 0
          ? words.coursesSummary(courses.length, dollarsInWords(cost))
          : words.noCourses
      }
      fileName={fileName}
      columns={columns}
      rows={courses}
      keyOf={({ courseId }) => courseId}
      asTable={wide}
    >
      {!wide && (
        <ul className={layout.rows}>
          {courses.map((course) => (
            <li key={course.courseId}>
              <ReportsLink course={course} />
              <span className="quiet">
                {words.usedBy(course.learnerDays, timeInWords(course.seconds))}
                {' · '}
                {words.costs(
                  bytesInWords(course.uploadedBytes),
                  dollarsInWords(course.encodingUsd + course.egressUsd),
                )}
              </span>
            </li>
          ))}
        </ul>
      )}
    </ReportSection>
  )
}
