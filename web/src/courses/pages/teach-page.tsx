import { Button, SegmentedControl, Skeleton, TextInput } from '@mantine/core'
import { useInfiniteQuery, useMutation } from '@tanstack/react-query'
import { Link, useLocation, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { call, routes } from '#web/api/client.ts'
import { SignInGate } from '#web/people/sign-in-gate.tsx'
import { useSession } from '#web/people/use-session.ts'
import { ErrorNotice, messageOf } from '#web/ui/notices.tsx'
import { ShowMore } from '#web/ui/show-more.tsx'
import { useTitle } from '#web/ui/use-title.ts'
import { count, dateInWords } from '#web/ui/words.ts'
import '#web/courses/teach.css'

export function TeachPage() {
  useTitle('Teach')
  return (
    <SignInGate author>
      <Drafts />
    </SignInGate>
  )
}

function Drafts() {
  const session = useSession()
  const isAdmin = session.state === 'signed-in' && session.person.isAdmin
  const [whose, setWhose] = useState<'mine' | 'all'>('mine')
  const navigate = useNavigate()
  // In the address, so that the command palette can ask for it too.
  const making = useLocation({ select: ({ hash }) => hash }) === 'new'
  const setMaking = (open: boolean) => navigate({ to: '/teach', hash: open ? 'new' : '' })
  const drafts = useInfiniteQuery({
    queryKey: ['drafts', whose],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) =>
      call(routes.listDrafts, { query: { whose, cursor: pageParam, limit: 100 } }),
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  })
  if (drafts.isError && !drafts.data)
    return <ErrorNotice error={drafts.error} retry={() => void drafts.refetch()} />
  const items = drafts.data?.pages.flatMap((page) => page.items)
  return (
    <div className="page">
      <div className="title-row">
        <h1>{whose === 'all' ? 'All courses' : 'Courses you teach'}</h1>
        {isAdmin && (
          <SegmentedControl
            role="radiogroup"
            aria-label="Whose courses"
            value={whose}
            onChange={setWhose}
            data={[
              { value: 'mine', label: 'Mine' },
              { value: 'all', label: 'Everybody’s' },
            ]}
          />
        )}
        {!making && <Button onClick={() => void setMaking(true)}>New course</Button>}
      </div>
      {making && <NewCourse onCancel={() => void setMaking(false)} />}
      {items?.length === 0 && !making && (
        <p className="lead">
          {whose === 'all' ? 'There is no course yet.' : 'You teach no course yet.'} Make one: give
          it a title, add a lesson, and publish it.
        </p>
      )}
      {!items && <Skeleton height={160} />}
      {items && items.length > 0 && (
        <ul className="rows">
          {items.map((draft) => (
            <li key={draft.id}>
              <Link dir="auto" to="/teach/$courseId" params={{ courseId: draft.id }}>
                {draft.title}
              </Link>
              <span className="quiet">
                {draft.publishedVersion === null
                  ? 'Draft, not published yet'
                  : `Published · ${count(draft.enrolmentCount, 'learner')}`}
                {' · '}
                <time dateTime={draft.updatedAt}>changed {dateInWords(draft.updatedAt)}</time>
                {' · '}
                <Link to="/teach/$courseId/videos" params={{ courseId: draft.id }}>
                  Videos
                </Link>
              </span>
            </li>
          ))}
        </ul>
      )}
      <ShowMore list={drafts} />
      {isAdmin && (
        <p className="quiet">
          <Link to="/teach/rejected-uploads">Uploads without a course</Link>
        </p>
      )}
    </div>
  )
}

function NewCourse({ onCancel }: { onCancel: () => void }) {
  const navigate = useNavigate()
  const [title, setTitle] = useState('')
  const create = useMutation({
    mutationFn: () => call(routes.createCourse, { body: { title } }),
    onSuccess: (course) => navigate({ to: '/teach/$courseId', params: { courseId: course.id } }),
  })
  return (
    <form
      className="panel"
      onSubmit={(event) => {
        event.preventDefault()
        create.mutate()
      }}
    >
      <TextInput
        label="Course title"
        description="What learners look for, such as Linear algebra"
        required
        maxLength={120}
        data-autofocus
        autoFocus
        value={title}
        onChange={(event) => setTitle(event.currentTarget.value)}
        error={create.isError && messageOf(create.error)}
      />
      <div className="actions">
        <Button type="submit" loading={create.isPending}>
          Create course
        </Button>
        <Button variant="subtle" color="gray" onClick={onCancel}>
          Cancel
        </Button>
      </div>
    </form>
  )
}
