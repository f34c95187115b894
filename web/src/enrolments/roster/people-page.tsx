import { Button, NativeSelect, Skeleton, TextInput } from '@mantine/core'
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { lazy, Suspense, useCallback, useMemo, useState } from 'react'
import type { Learner } from '#contract/enrolments/roster'
import { mayIn } from '#contract/people/course-rights'
import type { CourseId } from '#contract/platform/ids'
import { routes } from '#web/api/client.ts'
import { routePages } from '#web/api/route-query.ts'
import { MyRights } from '#web/memberships/only-with.tsx'
import { SignInGate } from '#web/people/sign-in-gate.tsx'
import { ErrorNotice, messageOf, Notice } from '#web/ui/notices.tsx'
import { useTitle } from '#web/ui/use-title.ts'
import { LearnerList } from './learner-list.tsx'
import styles from './roster.module.css'
import { useLearnerChanges } from './use-learner-changes.ts'
import { useSearched } from './use-searched.ts'
import { type RosterView, rosterView } from './view.ts'
import { words } from './words/en.ts'

const CodesPanel = lazy(() => import('./codes-panel.tsx'))
const LearnerDialog = lazy(() => import('./learner-dialog.tsx'))

/** As many as one request asks for: the most that a route of lists gives. */
const PAGE = 100

export function PeoplePage() {
  const { courseId } = useParams({ from: '/teach/$courseId/people' })
  return (
    <SignInGate>
      <People courseId={courseId} />
    </SignInGate>
  )
}

function People({ courseId }: { courseId: CourseId }) {
  const view = rosterView(useSearch({ from: '/teach/$courseId/people' }))
  const navigate = useNavigate({ from: '/teach/$courseId/people' })
  const look = (next: RosterView) =>
    void navigate({ search: next, replace: true, resetScroll: false })
  const { typed, type, q } = useSearched(view.q ?? '', (q) =>
    look({ ...(q && { q }), ...(view.sort && { sort: view.sort }) }),
  )
  const list = useInfiniteQuery({
    ...routePages(routes.listLearners, (cursor) => ({
      params: { courseId },
      query: { cursor, limit: PAGE, sort: view.sort ?? 'activity', search: q },
    })),
    // What was there stays until what is looked for is there.
    placeholderData: keepPreviousData,
  })
  const pages = list.data?.pages
  const learners = useMemo(() => distinct(pages?.flatMap(({ items }) => items) ?? []), [pages])
  const first = pages?.[0]
  useTitle(first && words.peopleOf(first.title))
  const { changeAccess, remove, bringBack } = useLearnerChanges(courseId)
  const [managed, setManaged] = useState<string | null>(null)
  const open = useCallback(({ userId }: Learner) => {
    setManaged(userId)
  }, [])
  const shown = learners.find(({ userId }) => userId === managed)
  if (list.isError && !first)
    return <ErrorNotice error={list.error} retry={() => void list.refetch()} />
  if (!first) return <PeopleSkeleton />
  const { title, slug, enrolling, enrolled, lessons, me } = first
  const manages = mayIn(me, 'people')
  const isEmpty = learners.length === 0 && q === '' && !list.hasNextPage
  return (
    <div className="page">
      <Link to="/teach/$courseId" params={{ courseId }} className="quiet" dir="auto">
        {title}
      </Link>
      <h1>{words.people}</h1>
      <p className="lead">{words.lead}</p>
      <MyRights me={me} />
      <p>
        <Link to="/teach/$courseId/team" params={{ courseId }}>
          {words.team}
        </Link>
      </p>
      <p role="status">
        {remove.isSuccess && (
          <>
            {words.removed(remove.variables.name || words.nameless)}{' '}
            <Button
              size="compact-sm"
              variant="default"
              loading={bringBack.isPending}
              onClick={() => bringBack.mutate(remove.variables)}
            >
              {words.undo}
            </Button>
          </>
        )}
        {!remove.isSuccess &&
          bringBack.isSuccess &&
          words.broughtBack(bringBack.variables.name || words.nameless)}
      </p>
      {bringBack.isError && (
        <p role="alert" className="problem">
          {messageOf(bringBack.error)}
        </p>
      )}
      <Suspense>
        {shown && (
          <LearnerDialog
            key={shown.userId}
            learner={shown}
            changeAccess={changeAccess}
            remove={remove}
            close={() => {
              setManaged(null)
              changeAccess.reset()
            }}
          />
        )}
      </Suspense>
      {manages && (
        <Suspense fallback={<Skeleton height={120} mb={16} />}>
          <CodesPanel courseId={courseId} slug={slug} enrolling={enrolling} />
        </Suspense>
      )}
      {isEmpty ? (
        <Notice title={words.nobody} text={lessons > 0 ? words.nobodyText : words.notPublished}>
          <Link to="/teach/$courseId" params={{ courseId }}>
            {words.toCourse}
          </Link>
        </Notice>
      ) : (
        <>
          <div className={styles.tools}>
            <TextInput
              type="search"
              label={words.search}
              placeholder={manages ? words.searchBy : words.searchByName}
              maxLength={100}
              value={typed}
              onChange={(event) => type(event.currentTarget.value)}
            />
            {typed === '' && (
              <NativeSelect
                label={words.order}
                value={view.sort ?? 'activity'}
                data={[
                  { value: 'activity', label: words.orders.activity },
                  { value: 'name', label: words.orders.name },
                ]}
                onChange={(event) =>
                  look(event.currentTarget.value === 'name' ? { sort: 'name' } : {})
                }
              />
            )}
            <p role="status" className="quiet">
              {q === '' && words.enrolled(enrolled)}
            </p>
          </div>
          {learners.length === 0 && !list.isFetching ? (
            <p role="status">{manages ? words.noneFound(q) : words.noneNamed(q)}</p>
          ) : (
            <LearnerList
              learners={learners}
              lessons={lessons}
              manage={manages ? open : undefined}
              list={list}
            />
          )}
        </>
      )}
    </div>
  )
}

/** Somebody who came in or was active meanwhile may stand on two pages; whoever has two words alike is found by both. */
const distinct = (all: readonly Learner[]): Learner[] => [
  ...new Map(all.map((one) => [one.userId, one])).values(),
]

const PeopleSkeleton = () => (
  <div className="page">
    <Skeleton height={40} width="40%" mb={24} />
    <Skeleton height={36} mb={24} />
    {Array.from({ length: 8 }, (_, at) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: all are alike
      <Skeleton key={at} height={56} mb={8} />
    ))}
  </div>
)
