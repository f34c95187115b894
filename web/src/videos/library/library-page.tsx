import { Button, NativeSelect, Skeleton, TextInput } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { useDeferredValue, useEffect, useMemo, useState } from 'react'
import type { CourseId } from '#contract/platform/ids'
import type { AssetCard } from '#contract/videos/asset'
import { queries } from '#web/api/queries.ts'
import { draftQuery, useDraft } from '#web/courses/use-draft.ts'
import { ifSignedIn } from '#web/people/if-signed-in.ts'
import { SignInGate } from '#web/people/sign-in-gate.tsx'
import layout from '#web/ui/layout.module.css'
import { ErrorNotice } from '#web/ui/notices.tsx'
import { useTitle } from '#web/ui/use-title.ts'
import { bytesInWords } from '#web/ui/words.ts'
import { UploadIntake } from '#web/uploads/intake/upload-intake.tsx'
import { useIntake } from '#web/uploads/intake/use-intake.ts'
import { useUploads } from '#web/uploads/uploads.ts'
import { countUses } from '#web/videos/asset-uses.ts'
import { assetsQuery, refreshAssets, useAssets } from '#web/videos/use-assets.ts'
import { mediaQuery, useMediaSession } from '#web/videos/use-media-session.ts'
import { AssetCards } from './asset-cards.tsx'
import { arrange, countGroups, type LibraryView, STATE_GROUP_NAMES } from './asset-order.ts'
import { AssetTable } from './asset-table.tsx'
import { BulkActions } from './bulk-actions.tsx'
import styles from './library.module.css'
import { searchOf, viewOf } from './library-view.ts'
import { words } from './words/en.ts'

/** Fetches what the page shows. Whatever fails is left to it. */
export const warm = ({ courseId }: { courseId: CourseId }) =>
  ifSignedIn(() =>
    Promise.all([
      queries.prefetchQuery(assetsQuery(queries, courseId)),
      queries.prefetchQuery(mediaQuery(courseId)),
      queries.prefetchQuery(draftQuery(courseId)),
    ]),
  )

export function LibraryPage() {
  const { courseId } = useParams({ from: '/teach/$courseId/videos' })
  return (
    <SignInGate>
      <Library courseId={courseId} />
    </SignInGate>
  )
}

const NONE: readonly AssetCard[] = []

function Library({ courseId }: { courseId: CourseId }) {
  const view = viewOf(useSearch({ from: '/teach/$courseId/videos' }))
  const navigate = useNavigate({ from: '/teach/$courseId/videos' })
  const draft = useDraft(courseId)
  const assets = useAssets(courseId)
  const media = useMediaSession(courseId)
  const wide = useMediaQuery('(min-width: 1000px)', true, { getInitialValueInEffect: false })
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set())
  const course = draft.data?.course
  const intake = useIntake({
    courseId,
    courseSlug: course?.slug,
    assets: assets.data?.items ?? NONE,
  })
  useTitle(course && words.title(course.title))
  useRefreshOnSent(courseId)

  const items = assets.data?.items
  const uses = useMemo(() => countUses(draft.data?.modules ?? []), [draft.data])
  const q = useDeferredValue(view.q)
  const { state, sort, down } = view
  const shown = useMemo(
    () => arrange(items ?? [], { q, state, sort, down }, uses),
    [items, q, state, sort, down, uses],
  )
  const groups = useMemo(() => countGroups(items ?? []), [items])
  const look = (change: Partial<LibraryView>) =>
    void navigate({
      search: searchOf({ ...view, ...change }),
      replace: true,
      resetScroll: false,
    })

  if (assets.isError && !items)
    return <ErrorNotice error={assets.error} retry={() => void assets.refetch()} />
  const table = {
    assets: shown,
    uses,
    courseId,
    mediaReady: media.isSuccess,
    selected,
    select: setSelected,
    view,
    look,
  }
  return (
    <div className="page wide">
      <Link dir="auto" to="/teach/$courseId" params={{ courseId }} className="quiet">
        {course?.title ?? words.theCourse}
      </Link>
      <div className={`${layout.titleRow} ${styles.title}`}>
        <h1>{words.videos}</h1>
        <UploadIntake intake={intake} />
      </div>
      {!items && <LibrarySkeleton />}
      {items?.length === 0 && assets.data?.complete && <EmptyLibrary slug={course?.slug} />}
      {items && items.length > 0 && (
        <>
          <div className={styles.tools}>
            <TextInput
              type="search"
              aria-label={words.search}
              placeholder={words.searchBy}
              value={view.q}
              onChange={(event) => look({ q: event.currentTarget.value })}
            />
            <NativeSelect
              aria-label={words.showByState}
              value={state}
              onChange={(event) => {
                const chosen = event.currentTarget.value
                look({ state: STATE_GROUP_NAMES.find((group) => group === chosen) ?? 'all' })
              }}
              data={[
                { value: 'all', label: `${words.allStates} (${items.length})` },
                ...STATE_GROUP_NAMES.map((group) => ({
                  value: group,
                  label: `${words.groups[group]} (${groups[group]})`,
                })),
              ]}
            />
            <p className="quiet" role="status">
              {(assets.data?.complete ? words.found : words.foundSoFar)(
                shown.length,
                bytesInWords(shown.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0)),
              )}
            </p>
          </div>
          {assets.isError && (
            <p role="alert" className="problem small">
              {words.outOfDate} <bdi>{assets.error.message}</bdi>
            </p>
          )}
          <BulkActions
            courseId={courseId}
            chosen={shown.filter(({ id }) => selected.has(id))}
            clear={() => setSelected(new Set())}
          />
          {shown.length === 0 && (
            <div className={layout.nothing}>
              <p>{words.noMatch}</p>
              <Button variant="default" onClick={() => look({ q: '', state: 'all' })}>
                {words.showAll}
              </Button>
            </div>
          )}
          {shown.length > 0 && (wide ? <AssetTable {...table} /> : <AssetCards {...table} />)}
        </>
      )}
    </div>
  )
}

/** The list looks at once when an upload has ended, and not only at its next turn. */
function useRefreshOnSent(courseId: CourseId) {
  const queries = useQueryClient()
  const sent = useUploads().filter((one) => one.state === 'sent').length
  useEffect(() => {
    if (sent > 0) void refreshAssets(queries, courseId)
  }, [sent, queries, courseId])
}

function EmptyLibrary({ slug }: { slug: string | undefined }) {
  return (
    <div className={layout.nothing}>
      <h2>{words.empty}</h2>
      <p>{words.emptyText}</p>
      {slug && <p className="quiet">{words.orByBucket(<code key="folder">{slug}/</code>)}</p>}
    </div>
  )
}

function LibrarySkeleton() {
  return (
    <div role="status" aria-label={words.beingRead}>
      <Skeleton height={36} mb={16} />
      {Array.from({ length: 8 }, (_, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the rows are all alike
        <div className={styles.skeleton} key={at}>
          <Skeleton width={96} height={54} />
          <Skeleton height={16} width={`${30 + ((at * 17) % 40)}%`} />
        </div>
      ))}
    </div>
  )
}
