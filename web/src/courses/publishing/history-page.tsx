import { Skeleton } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import type { CourseId } from '#contract/platform/ids'
import { routes } from '#web/api/client.ts'
import { routePages } from '#web/api/route-query.ts'
import { useDraft } from '#web/courses/use-draft.ts'
import { SignInGate } from '#web/people/sign-in-gate.tsx'
import layout from '#web/ui/layout.module.css'
import { ErrorNotice } from '#web/ui/notices.tsx'
import { ShowMore } from '#web/ui/show-more.tsx'
import { useTitle } from '#web/ui/use-title.ts'
import { Comparison } from './comparison.tsx'
import { HistoryEntryRow } from './history-entry.tsx'
import { words } from './words/en.ts'

const versionsOf = (courseId: CourseId) =>
  routePages(routes.listVersions, (cursor) => ({ params: { courseId }, query: { cursor } }))

export function HistoryPage() {
  const { courseId } = useParams({ from: '/teach/$courseId/history' })
  return (
    <SignInGate>
      <History courseId={courseId} />
    </SignInGate>
  )
}

/** What learners saw of a course, and the way back to it. */
function History({ courseId }: { courseId: CourseId }) {
  const draft = useDraft(courseId)
  const list = useInfiniteQuery(versionsOf(courseId))
  useTitle(draft.data && words.historyOf(draft.data.course.title))
  const error = draft.data ? (list.data || list.error ? list.error : null) : draft.error
  if (error && !(draft.data && list.data))
    return <ErrorNotice error={error} retry={() => void (draft.isError ? draft : list).refetch()} />
  if (!draft.data || !list.data)
    return (
      <div className="page narrow" role="status" aria-label={words.beingRead}>
        <Skeleton height={40} width="60%" mb={24} />
        <Skeleton height={120} mb={24} />
        <Skeleton height={120} />
      </div>
    )
  const { course } = draft.data
  const entries = list.data.pages.flatMap(({ items }) => items)
  const versions = [...new Set(entries.map(({ version }) => version))]
  return (
    <div className="page narrow">
      <Link to="/teach/$courseId" params={{ courseId }} className="quiet">
        <bdi>{course.title}</bdi>
      </Link>
      <h1>{words.history}</h1>
      {entries.length === 0 ? (
        <p className={layout.nothing}>
          {course.publishedVersion === null ? words.neverPublished : words.beforeHistory}
        </p>
      ) : (
        <>
          {versions.length > 1 && <Comparison courseId={courseId} versions={versions} />}
          <ol className={layout.rows}>
            {entries.map((entry) => (
              <HistoryEntryRow key={entry.number} entry={entry} course={course} />
            ))}
          </ol>
          <ShowMore list={list} />
        </>
      )}
    </div>
  )
}
