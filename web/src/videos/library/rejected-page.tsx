import { Button, Skeleton } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { routes } from '#web/api/client.ts'
import { routePages } from '#web/api/route-query.ts'
import { SignInGate } from '#web/people/sign-in-gate.tsx'
import layout from '#web/ui/layout.module.css'
import { ErrorNotice, messageOf, Notice } from '#web/ui/notices.tsx'
import { useTitle } from '#web/ui/use-title.ts'
import { WhenInWords } from '#web/ui/when-in-words.tsx'
import { bytesInWords } from '#web/ui/words.ts'
import { whyInWords } from '#web/videos/in-words.ts'
import { words } from './words/en.ts'

/** For admins: what arrived in the ingest bucket and belongs to no course. */
export function RejectedPage() {
  useTitle(words.withoutCourse)
  return (
    <SignInGate
      notAdmin={
        <Notice title={words.forAdmins} text={words.forAdminsText}>
          <Link to="/teach">{words.coursesYouTeach}</Link>
        </Notice>
      }
    >
      <Rejected />
    </SignInGate>
  )
}

function Rejected() {
  const uploads = useInfiniteQuery({
    ...routePages(routes.listRejectedUploads, (cursor) => ({ query: { cursor, limit: 50 } })),
    refetchInterval: 10_000,
  })
  if (uploads.isError && !uploads.data)
    return <ErrorNotice error={uploads.error} retry={() => void uploads.refetch()} />
  const items = uploads.data?.pages.flatMap((page) => page.items)
  return (
    <div className="page narrow">
      <Link to="/teach" className="quiet">
        {words.coursesYouTeach}
      </Link>
      <h1>{words.withoutCourse}</h1>
      <p className="quiet">{words.withoutCourseText}</p>
      {!items && <Skeleton height={160} />}
      {items?.length === 0 && <p>{words.noneWithoutCourse}</p>}
      <ul className={layout.rows}>
        {items?.map((upload) => (
          <li key={upload.id}>
            <strong dir="auto">{upload.fileName}</strong>
            <code dir="auto">{upload.sourceKey}</code>
            {upload.reason && (
              <span dir="auto" className="problem small">
                {whyInWords(upload)}
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
          {words.showMore}
        </Button>
      )}
    </div>
  )
}
