import { Button, SegmentedControl, Skeleton, TextInput } from '@mantine/core'
import { useInfiniteQuery, useMutation } from '@tanstack/react-query'
import { Link, useLocation, useNavigate } from '@tanstack/react-router'
import { lazy, Suspense, useState } from 'react'
import { courseLimits } from '#contract/courses/limits'
import { mayIn } from '#contract/people/course-rights'
import { call, routes } from '#web/api/client.ts'
import { routePages } from '#web/api/route-query.ts'
import { Cover } from '#web/courses/cover/cover.tsx'
import { words } from '#web/courses/words/teach/en.ts'
import { RoleBadge } from '#web/memberships/role-badge.tsx'
import { SignInGate } from '#web/people/sign-in-gate.tsx'
import { useSession } from '#web/people/use-session.ts'
import layout from '#web/ui/layout.module.css'
import { ErrorNotice, messageOf, Notice } from '#web/ui/notices.tsx'
import { ShowMore } from '#web/ui/show-more.tsx'
import { useLeadOn } from '#web/ui/use-lead-on.ts'
import { useTitle } from '#web/ui/use-title.ts'
import { dateInWords } from '#web/ui/words.ts'
import styles from './teach-page.module.css'

const CopyDialog = lazy(() => import('#web/courses/copying/copy-dialog.tsx'))

export function TeachPage() {
  useTitle(words.teach)
  return (
    <SignInGate>
      <Drafts />
    </SignInGate>
  )
}

function Drafts() {
  const session = useSession()
  const isAdmin = session.state === 'signed-in' && session.person.isAdmin
  const isAuthor = session.state === 'signed-in' && session.person.isAuthor
  const [whose, setWhose] = useState<'mine' | 'all'>('mine')
  const navigate = useNavigate()
  // In the address, so that the command palette can ask for it too.
  const hash = useLocation({ select: ({ hash }) => hash })
  const making = hash === 'new'
  const setMaking = (open: boolean) => navigate({ to: '/teach', hash: open ? 'new' : '' })
  const drafts = useInfiniteQuery(
    routePages(routes.listDrafts, (cursor) => ({ query: { whose, cursor, limit: 100 } })),
  )
  if (drafts.isError && !drafts.data)
    return <ErrorNotice error={drafts.error} retry={() => void drafts.refetch()} />
  const items = drafts.data?.pages.flatMap((page) => page.items)
  const toCopy = items?.find(({ id }) => hash === `copy-${id}`)
  // Who makes no courses may help to teach those of others.
  if (!isAuthor && items?.length === 0)
    return <Notice title={words.noAuthor} text={words.noAuthorText} />
  return (
    <div className="page">
      <div className={layout.titleRow}>
        <h1>{whose === 'all' ? words.allCourses : words.myCourses}</h1>
        {isAdmin && (
          <SegmentedControl
            role="radiogroup"
            aria-label={words.whose}
            value={whose}
            onChange={setWhose}
            data={[
              { value: 'mine', label: words.mine },
              { value: 'all', label: words.everybodys },
            ]}
          />
        )}
        {isAuthor && !making && (
          <Button onClick={() => void setMaking(true)}>{words.newCourse}</Button>
        )}
      </div>
      {isAuthor && making && <NewCourse onCancel={() => void setMaking(false)} />}
      {items?.length === 0 && !making && (
        <p className="lead">{whose === 'all' ? words.noneAtAll : words.noneOfMine}</p>
      )}
      {!items && <Skeleton height={160} />}
      {items && items.length > 0 && (
        <ul className={layout.rows}>
          {items.map((draft) => (
            <li key={draft.id} className={styles.row}>
              <div className={styles.cover}>
                <Cover course={draft} place="row" />
              </div>
              <span>
                <Link dir="auto" to="/teach/$courseId" params={{ courseId: draft.id }}>
                  {draft.title}
                </Link>{' '}
                {(draft.me.role === 'teacher' || draft.me.role === 'assistant') && (
                  <RoleBadge as={draft.me.role} />
                )}
              </span>
              <span className="quiet">
                {draft.publishedVersion === null
                  ? words.draft
                  : words.publishedTo(draft.enrolmentCount)}
                {' · '}
                <time dateTime={draft.updatedAt}>
                  {words.changed(dateInWords(draft.updatedAt))}
                </time>
                {' · '}
                <Link to="/teach/$courseId/videos" params={{ courseId: draft.id }}>
                  {words.videos}
                </Link>
                {' · '}
                {mayIn(draft.me, 'settings') && (
                  <>
                    <Link to="/teach/$courseId/settings" params={{ courseId: draft.id }}>
                      {words.settings}
                    </Link>
                    {' · '}
                  </>
                )}
                <Link to="/teach/$courseId/people" params={{ courseId: draft.id }}>
                  {words.people}
                </Link>
                {' · '}
                <Link to="/teach/$courseId/team" params={{ courseId: draft.id }}>
                  {words.team}
                </Link>
                {isAuthor && mayIn(draft.me, 'edit') && (
                  <>
                    {' · '}
                    <Link to="/teach" hash={`copy-${draft.id}`}>
                      {words.duplicate}
                    </Link>
                  </>
                )}
                {mayIn(draft.me, 'reports') && (
                  <>
                    {' · '}
                    <Link to="/teach/$courseId/reports" params={{ courseId: draft.id }}>
                      {words.reports}
                    </Link>
                  </>
                )}
              </span>
            </li>
          ))}
        </ul>
      )}
      <ShowMore list={drafts} />
      {toCopy && (
        <Suspense>
          <CopyDialog key={toCopy.id} course={toCopy} close={() => void setMaking(false)} />
        </Suspense>
      )}
      {isAdmin && (
        <p className="quiet">
          <Link to="/teach/rejected-uploads">{words.uploadsWithoutCourse}</Link>
          {' · '}
          <Link to="/admin/reports">{words.siteReports}</Link>
        </p>
      )}
    </div>
  )
}

function NewCourse({ onCancel }: { onCancel: () => void }) {
  const leadOn = useLeadOn()
  const [title, setTitle] = useState('')
  const create = useMutation({
    mutationFn: () => call(routes.createCourse, { body: { title } }),
    onSuccess: (course) => leadOn({ to: '/teach/$courseId', params: { courseId: course.id } }),
  })
  return (
    <form
      className={layout.panel}
      onSubmit={(event) => {
        event.preventDefault()
        create.mutate()
      }}
    >
      <TextInput
        label={words.courseTitle}
        description={words.courseTitleHint}
        required
        maxLength={courseLimits.title}
        data-autofocus
        autoFocus
        value={title}
        onChange={(event) => setTitle(event.currentTarget.value)}
        error={create.isError && messageOf(create.error)}
      />
      <div className={layout.actions}>
        <Button type="submit" loading={create.isPending}>
          {words.create}
        </Button>
        <Button variant="subtle" color="gray" onClick={onCancel}>
          {words.cancel}
        </Button>
      </div>
    </form>
  )
}
