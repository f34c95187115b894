import { Skeleton } from '@mantine/core'
import { Link, useParams } from '@tanstack/react-router'
import type { BodyInput } from '#contract/http/route'
import { mayIn } from '#contract/people/course-rights'
import type { CourseId } from '#contract/platform/ids'
import type { routes as declared } from '#contract/routes'
import { ApiError, call, routes } from '#web/api/client.ts'
import { useDraft, useSave } from '#web/courses/use-draft.ts'
import { MyRights, OnlyWith } from '#web/memberships/only-with.tsx'
import { SignInGate } from '#web/people/sign-in-gate.tsx'
import { ErrorNotice } from '#web/ui/notices.tsx'
import { useTitle } from '#web/ui/use-title.ts'
import { AboutSection } from './about-section.tsx'
import { AddressSection } from './address-section.tsx'
import { CoverSection } from './cover-section.tsx'
import { DaysSection } from './days-section.tsx'
import { DoorsSection } from './doors-section.tsx'
import { words } from './words/en.ts'

export function SettingsPage() {
  const { courseId } = useParams({ from: '/teach/$courseId/settings' })
  return (
    <SignInGate>
      <Settings courseId={courseId} />
    </SignInGate>
  )
}

function Settings({ courseId }: { courseId: CourseId }) {
  const draft = useDraft(courseId)
  const save = useSave(courseId)
  useTitle(draft.data && words.settingsOf(draft.data.course.title))
  if (draft.isError && !draft.data)
    return <ErrorNotice error={draft.error} retry={() => void draft.refetch()} />
  if (!draft.data)
    return (
      <div className="page narrow">
        <Skeleton height={40} width="60%" mb={24} />
        <Skeleton height={320} mb={24} />
        <Skeleton height={200} />
      </div>
    )
  const { course, me } = draft.data
  const update = (body: BodyInput<(typeof declared)['updateCourse']>) =>
    save(() => call(routes.updateCourse, { params: { courseId }, body }).catch(tellWhatIsWrong))
  return (
    <div className="page narrow">
      <Link to="/teach/$courseId" params={{ courseId }} className="quiet" dir="auto">
        {course.title}
      </Link>
      <h1>{words.settings}</h1>
      <MyRights me={me} />
      <OnlyWith me={me} right="settings">
        <CoverSection {...{ course, update }} mayUpload={mayIn(me, 'media')} />
        <AboutSection {...{ course, update }} />
        <DaysSection {...{ course, update }} />
        <DoorsSection {...{ course, update }} />
        <AddressSection {...{ course, update }} />
      </OnlyWith>
      <p>
        <Link to="/teach/$courseId/team" params={{ courseId }}>
          {words.team}
        </Link>
        {' · '}
        <Link to="/teach/$courseId/people" params={{ courseId }}>
          {words.people}
        </Link>
      </p>
    </div>
  )
}

/** Of a field that is sent alone, what is wrong with it says more than that something is. */
function tellWhatIsWrong(error: unknown): never {
  if (!(error instanceof ApiError) || error.issues.length === 0) throw error
  throw new Error(error.issues.map(({ message }) => message).join(' '), { cause: error })
}
