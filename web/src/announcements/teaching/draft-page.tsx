import { Skeleton } from '@mantine/core'
import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { useMemo } from 'react'
import type { AnnouncementDraft } from '#contract/announcements/announcement'
import { announcementLimits } from '#contract/announcements/limits'
import type { CourseDraft } from '#contract/courses/course'
import type { Standing } from '#contract/memberships/team'
import type { AnnouncementId, CourseId } from '#contract/platform/ids'
import { useDraft } from '#web/courses/use-draft.ts'
import { MyRights, OnlyWith } from '#web/memberships/only-with.tsx'
import { SignInGate } from '#web/people/sign-in-gate.tsx'
import { DeleteButton } from '#web/ui/delete-button.tsx'
import { draftField } from '#web/ui/fields/draft-field.ts'
import { LineField } from '#web/ui/fields/line-field.tsx'
import { SwitchField } from '#web/ui/fields/switch-field.tsx'
import { partOf, usePart } from '#web/ui/moments/part.ts'
import { ErrorNotice, messageOf } from '#web/ui/notices.tsx'
import { useTitle } from '#web/ui/use-title.ts'
import styles from './draft.module.css'
import { PublicationBox } from './publication-box.tsx'
import { useAnnouncementChanges, useAnnouncementDraft } from './use-announcement-draft.ts'
import { words } from './words/en.ts'

/** The editor of articles comes with the first announcement that is opened. */
const editor = partOf(() => import('#web/articles/editor/article-text-field.tsx'))

const MOST = { bytes: announcementLimits.textBytes, tooLong: words.tooLong }

export function AnnouncementDraftPage() {
  const { courseId, announcementId } = useParams({
    from: '/teach/$courseId/announcements/$announcementId',
  })
  return (
    <SignInGate>
      <Loaded key={announcementId} courseId={courseId} announcementId={announcementId} />
    </SignInGate>
  )
}

interface Of {
  readonly courseId: CourseId
  readonly announcementId: AnnouncementId
}

function Loaded({ courseId, announcementId }: Of) {
  const draft = useDraft(courseId)
  const announcement = useAnnouncementDraft({ courseId, announcementId })
  useTitle(announcement.data && (announcement.data.title || words.untitled))
  const failed = [draft, announcement].find(({ isError, data }) => isError && !data)
  if (failed?.error) return <ErrorNotice error={failed.error} retry={() => void failed.refetch()} />
  if (!draft.data || !announcement.data)
    return (
      <div className="page narrow">
        <Skeleton height={40} width="60%" mb={24} />
        <Skeleton height={320} mb={24} />
        <Skeleton height={120} />
      </div>
    )
  const { course, me } = draft.data
  return <Shown course={course} me={me} announcement={announcement.data} />
}

interface Props {
  readonly course: CourseDraft
  readonly me: Standing
  readonly announcement: AnnouncementDraft
}

/** Where an announcement is written; everything saves itself. */
function Shown({ course, me, announcement }: Props) {
  const { id: announcementId, courseId, title, pinned } = announcement
  const params = useMemo(() => ({ courseId, announcementId }), [courseId, announcementId])
  const changes = useAnnouncementChanges(params)
  const { save, remove, unsaved } = changes
  const navigate = useNavigate()
  const TextField = usePart(editor)
  return (
    <div className="page narrow">
      <Link to="/teach/$courseId/announcements" params={{ courseId }} className="quiet">
        {words.announcementsOf(course.title)}
      </Link>
      <h1 dir="auto">{title || words.untitled}</h1>
      <MyRights me={me} />
      <OnlyWith me={me} right="announce">
        <div className={styles.fields}>
          <div>
            <LineField
              label={words.title}
              maxLength={announcementLimits.title}
              {...draftField(announcement, 'title', (title, revision) => save({ title, revision }))}
            />
          </div>
          {TextField ? (
            <TextField
              courseId={courseId}
              films={null}
              most={MOST}
              label={words.text}
              keepAs={`${announcementId}.text`}
              item={announcement}
              save={(text, revision) => save({ text, revision })}
            />
          ) : (
            <Skeleton height={240} />
          )}
          <SwitchField
            label={words.pin}
            checked={pinned}
            // What went wrong is told below.
            change={(next) => void save({ pinned: next }).catch(() => undefined)}
          />
        </div>
        {unsaved && (
          <p role="alert" className="problem">
            {messageOf(unsaved)}
          </p>
        )}
        <PublicationBox {...{ course, announcement, changes, params }} />
        <DeleteButton
          label={words.remove}
          question={words.removeQuestion(<bdi key="title">{title || words.untitled}</bdi>)}
          onDelete={() =>
            remove.mutate(undefined, {
              onSuccess: () =>
                void navigate({ to: '/teach/$courseId/announcements', params: { courseId } }),
            })
          }
        />
      </OnlyWith>
      {remove.isError && (
        <p role="alert" className="problem">
          {messageOf(remove.error)}
        </p>
      )}
    </div>
  )
}
