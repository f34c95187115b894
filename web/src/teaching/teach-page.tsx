import { Button, Skeleton, TextInput } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { call, routes } from '../api/client.ts'
import { SignInGate } from '../auth/sign-in-gate.tsx'
import { useSession } from '../auth/use-session.ts'
import { ErrorNotice, messageOf } from '../layout/notices.tsx'
import { useTitle } from '../layout/use-title.ts'
import { count, dateInWords } from '../layout/words.ts'

export function TeachPage() {
  useTitle('Teach')
  return (
    <SignInGate author>
      <Drafts />
    </SignInGate>
  )
}

function Drafts() {
  const [making, setMaking] = useState(false)
  const session = useSession()
  const drafts = useQuery({
    queryKey: ['drafts'],
    queryFn: () => call(routes.listDrafts, { query: { limit: 100 } }),
  })
  if (drafts.isError)
    return <ErrorNotice error={drafts.error} retry={() => void drafts.refetch()} />
  const items = drafts.data?.items
  const isAdmin = session.state === 'signed-in' && session.person.isAdmin
  return (
    <div className="page">
      <div className="title-row">
        <h1>Courses you teach</h1>
        {!making && <Button onClick={() => setMaking(true)}>New course</Button>}
      </div>
      {making && <NewCourse onCancel={() => setMaking(false)} />}
      {items?.length === 0 && !making && (
        <p className="lead">
          You teach no course yet. Make one: give it a title, add a lesson, and publish it.
        </p>
      )}
      {!items && <Skeleton height={160} />}
      {items && items.length > 0 && (
        <ul className="rows">
          {items.map((draft) => (
            <li key={draft.id}>
              <Link to="/teach/$courseId" params={{ courseId: draft.id }}>
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
