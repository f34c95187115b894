import { Button, Skeleton } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { call, routes } from '#web/api/client.ts'
import { SignInGate } from '#web/people/sign-in-gate.tsx'
import { useSession } from '#web/people/use-session.ts'
import { ErrorNotice, messageOf, Notice } from '#web/ui/notices.tsx'
import { useTitle } from '#web/ui/use-title.ts'
import { WhenInWords } from '#web/ui/when-in-words.tsx'
import { bytesInWords } from '#web/ui/words.ts'
import '#web/courses/teach.css'
import '#web/videos/studio.css'

/** For admins: what arrived in the ingest bucket and belongs to no course. */
export function RejectedPage() {
  useTitle('Uploads without a course')
  return (
    <SignInGate author>
      <AdminsOnly />
    </SignInGate>
  )
}

function AdminsOnly() {
  const session = useSession()
  if (session.state === 'signed-in' && session.person.isAdmin) return <Rejected />
  return (
    <Notice
      title="This page is for administrators"
      text="Ask an administrator of this site if an upload of yours is missing."
    >
      <Link to="/teach">Courses you teach</Link>
    </Notice>
  )
}

function Rejected() {
  const uploads = useInfiniteQuery({
    queryKey: ['rejected-uploads'],
    queryFn: ({ pageParam, signal }) =>
      call(
        routes.listRejectedUploads,
        { query: { limit: 50, ...(pageParam ? { cursor: pageParam } : {}) } },
        { signal },
      ),
    initialPageParam: '',
    refetchInterval: 10_000,
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
  })
  if (uploads.isError && !uploads.data)
    return <ErrorNotice error={uploads.error} retry={() => void uploads.refetch()} />
  const items = uploads.data?.pages.flatMap((page) => page.items)
  return (
    <div className="page narrow">
      <Link to="/teach" className="quiet">
        Courses you teach
      </Link>
      <h1>Uploads without a course</h1>
      <p className="quiet">
        What was put into the ingest bucket outside of any course’s folder. Nothing of it is lost:
        move the object below a course’s name and it is taken in.
      </p>
      {!items && <Skeleton height={160} />}
      {items?.length === 0 && <p>There are none. Every upload found its course.</p>}
      <ul className="rows">
        {items?.map((upload) => (
          <li key={upload.id}>
            <strong dir="auto">{upload.fileName}</strong>
            <code dir="auto">{upload.sourceKey}</code>
            {upload.reason && (
              <span dir="auto" className="problem small">
                {upload.reason}
              </span>
            )}
            <span className="quiet">
              {bytesInWords(upload.sizeBytes)} · <WhenInWords instant={upload.createdAt} />
            </span>
          </li>
        ))}
      </ul>
      {uploads.isFetchNextPageError && (
        <p role="alert" className="problem">
          {messageOf(uploads.error)}
        </p>
      )}
      {uploads.hasNextPage && (
        <Button
          variant="default"
          loading={uploads.isFetchingNextPage}
          onClick={() => void uploads.fetchNextPage()}
        >
          Show more
        </Button>
      )}
    </div>
  )
}
