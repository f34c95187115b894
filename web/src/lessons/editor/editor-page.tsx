import { Button, Skeleton, TextInput } from '@mantine/core'
import { Link, useParams } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import { courseLimits } from '#contract/courses/limits'
import type { BodyInput } from '#contract/http/route'
import { lessonLimits } from '#contract/lessons/kinds/limits'
import { publishProblems } from '#contract/lessons/publish-problems'
import type { CourseId } from '#contract/platform/ids'
import type { routes as declared } from '#contract/routes'
import type { AssetCard } from '#contract/videos/asset'
import { call, routes } from '#web/api/client.ts'
import { useSiteConfig } from '#web/api/use-site-config.ts'
import { useChange, useDraft, useSave } from '#web/courses/use-draft.ts'
import { SignInGate } from '#web/people/sign-in-gate.tsx'
import { draftField } from '#web/ui/fields/draft-field.ts'
import { TextField } from '#web/ui/fields/text-field.tsx'
import { TitleField } from '#web/ui/fields/title-field.tsx'
import { ErrorNotice, messageOf } from '#web/ui/notices.tsx'
import { useTitle } from '#web/ui/use-title.ts'
import { useAssets } from '#web/videos/use-assets.ts'
import { useMediaSession } from '#web/videos/use-media-session.ts'
import styles from './editor-page.module.css'
import { inWords } from './in-words.ts'
import { ModuleList } from './module-list.tsx'
import { PublishBox } from './publish-box.tsx'
import { UploadsPanel } from './uploads-panel.tsx'
import { words } from './words/en.ts'

export function EditorPage() {
  const { courseId } = useParams({ from: '/teach/$courseId' })
  return (
    <SignInGate author>
      <Editor courseId={courseId} />
    </SignInGate>
  )
}

function Editor({ courseId }: { courseId: CourseId }) {
  const draft = useDraft(courseId)
  const [wasKnown] = useState(draft.data !== undefined)
  const assets = useAssets(courseId)
  const media = useMediaSession(courseId)
  const config = useSiteConfig()
  const { mutate: change, error } = useChange(courseId)

  const params = { courseId }
  useTitle(draft.data && words.editing(draft.data.course.title))
  const save = useSave(courseId)
  const editing = useMemo(() => ({ change, save }), [change, save])
  const update = (body: BodyInput<(typeof declared)['updateCourse']>) =>
    save(() => call(routes.updateCourse, { params, body }))
  if (draft.isError && !draft.data)
    return <ErrorNotice error={draft.error} retry={() => void draft.refetch()} />
  // What is wrong with the course stands above its contents, which would be moved by it.
  if (!draft.data || isComing(assets) || isComing(config))
    return (
      <div className="page narrow">
        <Skeleton height={40} width="60%" mb={24} />
        <Skeleton height={200} mb={24} />
        <Skeleton height={200} />
      </div>
    )
  const { course, modules } = draft.data
  const videos = assets.data?.items ?? NONE
  // Of a library that is not all here yet nobody knows what is missing.
  const problems =
    assets.data?.complete && config.data
      ? publishProblems(modules, {
          videos: new Map(videos.map((one) => [one.id, one])),
          settings: config.data.lessons,
        })
      : []
  return (
    <div className="page narrow">
      <Link to="/teach" className="quiet">
        {words.courses}
      </Link>
      {' · '}
      <Link to="/teach/$courseId/settings" params={params} className="quiet">
        {words.settings}
      </Link>
      <TitleField
        heading
        label={words.courseTitle}
        maxLength={courseLimits.title}
        {...draftField(course, 'title', (title, revision) => update({ title, revision }))}
      />
      <TextField
        label={words.summary}
        maxLength={courseLimits.summary}
        keepAs={`${courseId}.summary`}
        clean={trim}
        {...draftField(course, 'summary', (summary, revision) => update({ summary, revision }))}
      />
      <PublishBox course={course} problems={problems.map(inWords)} />
      {error && (
        <p role="alert" className="problem">
          {messageOf(error)}
        </p>
      )}
      <h2>{words.contents}</h2>
      <ModuleList modules={modules} assets={videos} editing={editing} atOnce={wasKnown} />
      <AddModule
        add={(title) => change(() => call(routes.createModule, { params, body: { title } }))}
      />
      {assets.isError && (
        <p role="alert" className="problem">
          {messageOf(assets.error)}
        </p>
      )}
      <UploadsPanel
        courseId={courseId}
        courseSlug={course.slug}
        assets={videos}
        mediaReady={media.isSuccess}
      />
    </div>
  )
}

const trim = (text: string) => text.trim()
const NONE: readonly AssetCard[] = []

/** Nobody waits for what failed once. */
const isComing = ({ isPending, failureCount }: { isPending: boolean; failureCount: number }) =>
  isPending && failureCount === 0

function AddModule({ add }: { add: (title: string) => void }) {
  const [title, setTitle] = useState('')
  return (
    <form
      className={styles.adding}
      onSubmit={(event) => {
        event.preventDefault()
        if (!title.trim()) return
        add(title.trim())
        setTitle('')
      }}
    >
      <TextInput
        aria-label={words.newModule}
        placeholder={words.nextModule}
        required
        maxLength={lessonLimits.title}
        value={title}
        onChange={(event) => setTitle(event.currentTarget.value)}
      />
      <Button type="submit" variant="default">
        {words.addModule}
      </Button>
    </form>
  )
}
