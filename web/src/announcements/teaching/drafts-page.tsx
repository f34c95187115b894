import { Button, Skeleton } from '@mantine/core'
import { IconPinned } from '@tabler/icons-react'
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { mayIn } from '#contract/people/course-rights'
import type { CourseId } from '#contract/platform/ids'
import { call, routes } from '#web/api/client.ts'
import { answersOf, routePages } from '#web/api/route-query.ts'
import { useDraft } from '#web/courses/use-draft.ts'
import { MyRights } from '#web/memberships/only-with.tsx'
import { SignInGate } from '#web/people/sign-in-gate.tsx'
import layout from '#web/ui/layout.module.css'
import { ErrorNotice, messageOf } from '#web/ui/notices.tsx'
import { ShowMore } from '#web/ui/show-more.tsx'
import { useTitle } from '#web/ui/use-title.ts'
import { OutInWords } from './out-in-words.tsx'
import { words } from './words/en.ts'

export function AnnouncementDraftsPage() {
  const { courseId } = useParams({ from: '/teach/$courseId/announcements' })
  return (
    <SignInGate>
      <Drafts courseId={courseId} />
    </SignInGate>
  )
}

/** A course's announcements as its teachers have them: those that are out, and those that are not yet. */
function Drafts({ courseId }: { courseId: CourseId }) {
  const draft = useDraft(courseId)
  const list = useInfiniteQuery({
    ...routePages(routes.listAnnouncementDrafts, (cursor) => ({
      params: { courseId },
      query: { cursor },
    })),
    // Others write too: looked at again whenever somebody comes here.
    staleTime: 1000,
  })
  useTitle(draft.data && words.announcementsOf(draft.data.course.title))
  const failed = [draft, list].find(({ isError, data }) => isError && !data)
  if (failed?.error) return <ErrorNotice error={failed.error} retry={() => void failed.refetch()} />
  if (!draft.data || !list.data)
    return (
      <div className="page narrow">
        <Skeleton height={40} width="60%" mb={24} />
        <Skeleton height={240} />
      </div>
    )
  const { course, me } = draft.data
  const items = list.data.pages.flatMap((page) => page.items)
  return (
    <div className="page narrow">
      <Link to="/teach/$courseId" params={{ courseId }} className="quiet" dir="auto">
        {course.title}
      </Link>
      <div className={layout.titleRow}>
        <h1>{words.announcements}</h1>
        {mayIn(me, 'announce') && <Begin courseId={courseId} />}
      </div>
      <p className="lead">{words.lead}</p>
      <MyRights me={me} />
      {items.length === 0 && (
        <section className={layout.nothing} data-part="none">
          <h2>{words.none}</h2>
          <p className="quiet">{words.noneText}</p>
        </section>
      )}
      {items.length > 0 && (
        <>
          <p>
            <Link to="/learn/$courseId/announcements" params={{ courseId }}>
              {words.asLearners}
            </Link>
          </p>
          <ul className={layout.rows}>
            {items.map((one) => (
              <li key={one.id} data-row>
                <Link
                  to="/teach/$courseId/announcements/$announcementId"
                  params={{ courseId, announcementId: one.id }}
                  dir="auto"
                >
                  {one.title || words.untitled}
                </Link>
                <span className="quiet">
                  <OutInWords announcement={one} timeZone={course.timeZone} />
                  {one.pinned && (
                    <>
                      {' · '}
                      <IconPinned size={14} aria-hidden="true" /> {words.pinned}
                    </>
                  )}
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
      <ShowMore list={list} />
    </div>
  )
}

/** Begins a draft and opens it. */
function Begin({ courseId }: { courseId: CourseId }) {
  const queries = useQueryClient()
  const navigate = useNavigate()
  const { mutate, isPending, error } = useMutation({
    mutationFn: () => call(routes.createAnnouncement, { params: { courseId }, body: {} }),
    onSuccess: async ({ id }) => {
      void queries.invalidateQueries(answersOf(routes.listAnnouncementDrafts))
      await navigate({
        to: '/teach/$courseId/announcements/$announcementId',
        params: { courseId, announcementId: id },
      })
    },
  })
  return (
    <>
      <Button loading={isPending} onClick={() => mutate()}>
        {words.begin}
      </Button>
      {error && (
        <p role="alert" className="problem">
          {messageOf(error)}
        </p>
      )}
    </>
  )
}
