import { NativeSelect, Skeleton } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { CourseReport, FunnelLesson, ReportPeriod } from '#contract/reports/report'
import { routes } from '#web/api/client.ts'
import { routeQuery } from '#web/api/route-query.ts'
import { learnedKind } from '#web/lessons/kinds/index.ts'
import { Answer } from '#web/reports/answer.tsx'
import { words } from '#web/reports/words/en.ts'
import styles from './course.module.css'
import { Retention } from './retention.tsx'

interface Asked {
  readonly report: CourseReport
  readonly period: ReportPeriod
  readonly fileName: string
}
interface Props extends Asked {
  /** Which video the address names. */
  readonly chosen: unknown
  readonly choose: (lessonId: string) => void
}

/** How each of the course's videos is watched, one at a time. */
export function Videos({ report, period, chosen, choose, fileName }: Props) {
  const videos = report.lessons.filter(({ kind }) => learnedKind(kind).plays)
  const lesson = videos.find(({ lessonId }) => lessonId === chosen) ?? videos[0]
  if (!lesson) return null
  return (
    <div className={styles.videos}>
      {videos.length > 1 && (
        <NativeSelect
          label={words.video}
          className={styles.video}
          value={lesson.lessonId}
          onChange={({ currentTarget: { value } }) => choose(value)}
          data={videos.map(({ lessonId, title }) => ({ value: lessonId, label: title }))}
        />
      )}
      <Video
        key={lesson.lessonId}
        report={report}
        lesson={lesson}
        period={period}
        fileName={fileName}
      />
    </div>
  )
}

function Video({
  report: { courseId },
  lesson: { lessonId },
  period,
  fileName,
}: Asked & { readonly lesson: FunnelLesson }) {
  const answer = useQuery(
    routeQuery(routes.getLessonReport, { params: { courseId, lessonId }, query: period }),
  )
  return (
    <Answer of={answer} skeleton={<Skeleton height={480} mt={40} />}>
      {(report) => <Retention courseId={courseId} report={report} fileName={fileName} />}
    </Answer>
  )
}
