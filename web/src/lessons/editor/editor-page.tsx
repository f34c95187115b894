import { Button, Skeleton, TextInput } from '@mantine/core'
import { Link, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import type { CourseDraft } from '#contract/courses/course'
import { courseLimits } from '#contract/courses/limits'
import type { BodyInput } from '#contract/http/route'
import { lessonLimits } from '#contract/lessons/kinds/limits'
import { publishProblems } from '#contract/lessons/publish-problems'
import type { CourseId } from '#contract/platform/ids'
import type { routes as declared } from '#contract/routes'
import { ApiError, call, routes } from '#web/api/client.ts'
import { useSiteConfig } from '#web/api/use-site-config.ts'
import { useChange, useDraft, useSave } from '#web/courses/use-draft.ts'
import { SignInGate } from '#web/people/sign-in-gate.tsx'
import { draftField } from '#web/ui/fields/draft-field.ts'
import { TextField } from '#web/ui/fields/text-field.tsx'
import { TitleField } from '#web/ui/fields/title-field.tsx'
import layout from '#web/ui/layout.module.css'
import { ErrorNotice, messageOf } from '#web/ui/notices.tsx'
import { useTitle } from '#web/ui/use-title.ts'
import { useAssets } from '#web/videos/use-assets.ts'
import { useMediaSession } from '#web/videos/use-media-session.ts'
import styles from './editor-page.module.css'
import { inWords } from './in-words.ts'
import { ModuleCard } from './module-card.tsx'
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
  const assets = useAssets(courseId)
  const media = useMediaSession(courseId)
  const config = useSiteConfig()
  const { mutate: change, error } = useChange(courseId)
  const params = { courseId }
  useTitle(draft.data && words.editing(draft.data.course.title))
  const save = useSave(courseId)
  const update = (body: BodyInput<(typeof declared)['updateCourse']>) =>
    save(() => call(routes.updateCourse, { params, body }))
  if (draft.isError && !draft.data)
    return <ErrorNotice error={draft.error} retry={() => void draft.refetch()} />
  if (!draft.data)
    return (
      <div className="page narrow">
        <Skeleton height={40} width="60%" mb={24} />
        <Skeleton height={200} mb={24} />
        <Skeleton height={200} />
      </div>
    )
  const { course, modules } = draft.data
  const videos = assets.data?.items ?? []
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
      {modules.map((module, at) => (
        <ModuleCard
          key={module.id}
          modules={modules}
          at={at}
          assets={videos}
          editing={{ change, save }}
        />
      ))}
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

function PublishBox({ course, problems }: { course: CourseDraft; problems: readonly string[] }) {
  const { mutate, error, isPending, isSuccess } = useChange(course.id)
  const issues = error instanceof ApiError ? error.issues : []
  return (
    <section className={styles.publish} aria-label={words.publishing}>
      <div className={layout.titleRow}>
        <p>
          {course.publishedVersion === null
            ? words.unpublished
            : words.published(course.publishedVersion)}
          {course.publishedVersion !== null && (
            <>
              {' '}
              <Link to="/courses/$slug" params={{ slug: course.slug }}>
                {words.publicPage}
              </Link>
            </>
          )}
        </p>
        <Button
          loading={isPending}
          onClick={() =>
            mutate(() => call(routes.publishCourse, { params: { courseId: course.id } }))
          }
        >
          {words.publish}
        </Button>
      </div>
      {course.outdated && (
        <p role="alert" className="problem">
          {words.outdated}
        </p>
      )}
      {problems.length > 0 && (
        <>
          <p className="quiet">{words.before}</p>
          <ul>
            {problems.map((problem) => (
              <li key={problem}>{problem}</li>
            ))}
          </ul>
        </>
      )}
      <p role="status">{isSuccess && words.done}</p>
      {error && (
        <div role="alert" className="problem">
          {messageOf(error)}
          <ul>
            {issues.map((issue) => (
              <li key={issue.path + issue.message}>{issue.message}</li>
            ))}
          </ul>
        </div>
      )}
    </section>
  )
}

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
