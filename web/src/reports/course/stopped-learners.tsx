import { Skeleton } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import type { CourseId } from '#contract/platform/ids'
import type { StoppedLearner } from '#contract/reports/report'
import { routes } from '#web/api/client.ts'
import { routePages } from '#web/api/route-query.ts'
import { DayShown } from '#web/reports/day-shown.tsx'
import { timeInWords } from '#web/reports/in-words.ts'
import type { Column } from '#web/reports/section/data-table.tsx'
import { ReportSection } from '#web/reports/section/report-section.tsx'
import { words } from '#web/reports/words/en.ts'
import layout from '#web/ui/layout.module.css'
import { messageOf } from '#web/ui/notices.tsx'
import { ShowMore } from '#web/ui/show-more.tsx'

const nameOf = ({ name }: StoppedLearner) => name || words.nameless
const lessonOf = ({ lesson }: StoppedLearner) => lesson?.title ?? words.lessonGone

const columns: readonly Column<StoppedLearner>[] = [
  { name: words.name, value: nameOf, show: (one) => <bdi>{nameOf(one)}</bdi> },
  {
    name: words.lastActive,
    value: ({ lastActiveOn }) => lastActiveOn,
    show: ({ lastActiveOn }) => <DayShown day={lastActiveOn} />,
  },
  {
    name: words.stoppedAt,
    value: lessonOf,
    show: (one) => <bdi>{lessonOf(one)}</bdi>,
    isText: true,
  },
  { name: words.lessonsDone, value: ({ completedLessons }) => completedLessons },
  {
    name: words.time,
    nameInFile: words.minutes,
    value: ({ seconds }) => Math.round(seconds / 60),
    show: ({ seconds }) => timeInWords(seconds),
  },
]

/** Who began, did not finish and has not been there for a while. */
export function StoppedLearners({ courseId, fileName }: { courseId: CourseId; fileName: string }) {
  const list = useInfiniteQuery(
    routePages(routes.listStoppedLearners, (cursor) => ({
      params: { courseId },
      query: { cursor, limit: 20 },
    })),
  )
  const pages = list.data?.pages
  const items = pages?.flatMap((page) => page.items)
  if (list.isError && !items)
    return (
      <p role="alert" className="problem">
        {messageOf(list.error)}
      </p>
    )
  if (!items) return <Skeleton height={160} mt={40} />
  const allRows = async () => {
    let { data, hasNextPage } = list
    while (hasNextPage) ({ data, hasNextPage } = await list.fetchNextPage({ throwOnError: true }))
    return data?.pages.flatMap((page) => page.items) ?? []
  }
  return (
    <ReportSection
      title={words.stopped}
      summary={
        items.length > 0 ? words.stoppedSummary(pages?.[0]?.total ?? 0) : words.nobodyStopped
      }
      fileName={fileName}
      columns={columns}
      rows={items}
      keyOf={(one) => `${items.indexOf(one)}`}
      allRows={allRows}
    >
      <ul className={layout.rows}>
        {items.map((one, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: people without a name are alike, and the order stays
          <li key={at}>
            <strong>
              <bdi>{nameOf(one)}</bdi>
            </strong>
            <span className="quiet">
              {words.lastThere(<DayShown key="day" day={one.lastActiveOn} />)}
              {' · '}
              {words.lessonsDoneIn(one.completedLessons, timeInWords(one.seconds))}
              {' · '}
              {one.lesson
                ? words.stoppedAtLesson(<bdi key="lesson">{one.lesson.title}</bdi>)
                : words.lessonGone}
            </span>
          </li>
        ))}
      </ul>
      <ShowMore list={list} />
    </ReportSection>
  )
}
