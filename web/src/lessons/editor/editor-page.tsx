import { Skeleton } from '@mantine/core'
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { lazy, Suspense, useEffect, useMemo, useRef, useState } from 'react'
import { publishProblems } from '#contract/lessons/publish-problems'
import { fileIdsOf } from '#contract/lessons/rules/index'
import { mayIn } from '#contract/people/course-rights'
import type { CourseId, LessonId } from '#contract/platform/ids'
import type { AssetCard } from '#contract/videos/asset'
import { useSiteConfig } from '#web/api/use-site-config.ts'
import { useChange, useDraft, useSave } from '#web/courses/use-draft.ts'
import { useCourseFiles } from '#web/files/use-course-files.ts'
import { MyRights, OnlyWith } from '#web/memberships/only-with.tsx'
import { SignInGate } from '#web/people/sign-in-gate.tsx'
import { useCalm } from '#web/ui/moments/use-calm.ts'
import { ErrorNotice, messageOf, Notice } from '#web/ui/notices.tsx'
import { isNowhere } from '#web/ui/use-focus-on-navigation.ts'
import { useTitle } from '#web/ui/use-title.ts'
import { useAssets } from '#web/videos/use-assets.ts'
import { useMediaSession } from '#web/videos/use-media-session.ts'
import { useArrivals } from './arrivals/use-arrivals.ts'
import { CoursePane } from './course-pane.tsx'
import styles from './editor-page.module.css'
import { inWords } from './in-words.ts'
import { OtherEditors } from './other-editors.tsx'
import { SavedState } from './saved-state.tsx'
import { OutlineTree } from './tree/outline-tree.tsx'
import { words } from './words/en.ts'

const loadLesson = () => import('./lesson-pane.tsx')
const LessonPane = lazy(loadLesson)
const CopyingNote = lazy(() => import('#web/courses/copying/copying-note.tsx'))
const UploadsPanel = lazy(() => import('./uploads-panel.tsx'))

export function EditorPage() {
  const { courseId } = useParams({ from: '/teach/$courseId' })
  return (
    <SignInGate>
      <Editor key={courseId} courseId={courseId} />
    </SignInGate>
  )
}

/** The course's tree at the left, what is open of it at the right; on a phone one of them. */
function Editor({ courseId }: { courseId: CourseId }) {
  const draft = useDraft(courseId)
  const [wasKnown] = useState(draft.data !== undefined)
  const assets = useAssets(courseId)
  const media = useMediaSession(courseId)
  const config = useSiteConfig()
  const usesFiles = draft.data?.modules.some(({ lessons }) => lessons.flatMap(fileIdsOf).length > 0)
  const files = useCourseFiles(courseId, usesFiles ?? false)
  const { mutate: change, error } = useChange(courseId)
  const { lesson: lessonId, show } = useSearch({ from: '/teach/$courseId' })
  const navigate = useNavigate()

  useTitle(draft.data && words.editing(draft.data.course.title))
  const save = useSave(courseId)
  const editing = useMemo(() => ({ change, save }), [change, save])
  const pane = useFocusOnOpening(lessonId ?? show)
  useArrivals(draft, assets.data?.items ?? NONE)
  const calm = useCalm()
  useEffect(() => {
    if (calm) void loadLesson()
  }, [calm])
  if (draft.isError && !draft.data)
    return <ErrorNotice error={draft.error} retry={() => void draft.refetch()} />
  if (!draft.data || isComing(assets) || isComing(config))
    return (
      <div className="page narrow">
        <Skeleton height={40} width="60%" mb={24} />
        <Skeleton height={200} mb={24} />
        <Skeleton height={200} />
      </div>
    )
  const { course, modules, me } = draft.data
  const videos = assets.data?.items ?? NONE
  // Of a library that is not all here yet nobody knows what is missing.
  const problems =
    assets.data?.complete && config.data && (files.data || !usesFiles)
      ? publishProblems(modules, {
          videos: new Map(videos.map((one) => [one.id, one])),
          files: new Map(files.data?.map((one) => [one.id, one])),
          settings: config.data.lessons,
        })
      : []
  const lesson = modules.flatMap((module) => module.lessons).find(({ id }) => id === lessonId)
  const open = (id: LessonId | undefined) =>
    void navigate({
      to: '/teach/$courseId',
      params: { courseId },
      search: id ? { lesson: id } : {},
    })
  return (
    <div
      className={`page wide ${styles.builder}`}
      data-shows={lessonId || show ? 'pane' : 'contents'}
    >
      <section className={styles.side} aria-label={words.contents}>
        <Link to="/teach" className="quiet">
          {words.courses}
        </Link>
        <Link
          to="/teach/$courseId"
          params={{ courseId }}
          search={{ show: 'course' }}
          className={styles.course}
          aria-current={lessonId ? undefined : 'page'}
        >
          <bdi>{course.title}</bdi>
          <span className="quiet">{words.ofCourse(problems.length)}</span>
        </Link>
        <MyRights me={me} />
        {course.copying && (
          <Suspense>
            <CopyingNote courseId={courseId} />
          </Suspense>
        )}
        <SavedState courseId={courseId} />
        <OtherEditors courseId={courseId} openId={lessonId} modules={modules} />
        {error && (
          <p role="alert" className="problem">
            {messageOf(error)}
          </p>
        )}
        <OnlyWith me={me} right="edit">
          <OutlineTree
            courseId={courseId}
            courseSlug={course.slug}
            timeZone={course.timeZone}
            assets={videos}
            takesFiles={mayIn(me, 'edit') && mayIn(me, 'media')}
            stored={modules}
            openId={lessonId}
            editing={editing}
            atOnce={wasKnown}
            open={open}
          />
        </OnlyWith>
      </section>
      <div className={styles.pane} ref={pane} tabIndex={-1}>
        <Link to="/teach/$courseId" params={{ courseId }} className={styles.back}>
          {words.backToContents}
        </Link>
        {lesson && (
          <Suspense fallback={<Skeleton height={320} mb={32} />}>
            <OnlyWith me={me} right="edit">
              <LessonPane
                key={lesson.id}
                {...{ lesson, editing }}
                outline={modules}
                timeZone={course.timeZone}
                assets={videos}
              />
            </OnlyWith>
          </Suspense>
        )}
        {lessonId && !lesson && (
          <Notice
            title={words.lessonGone}
            text={words.lessonGoneHow}
            action={{ label: words.backToContents, run: () => open(undefined) }}
          />
        )}
        {!lessonId && (
          <CoursePane course={course} me={me} problems={problems.map(inWords)} save={save} />
        )}
        {assets.isError && (
          <p role="alert" className="problem">
            {messageOf(assets.error)}
          </p>
        )}
        <Suspense>
          <OnlyWith me={me} right="media">
            <UploadsPanel
              courseId={courseId}
              courseSlug={course.slug}
              assets={videos}
              mediaReady={media.isSuccess}
            />
          </OnlyWith>
        </Suspense>
      </div>
    </div>
  )
}

const NONE: readonly AssetCard[] = []

/** Nobody waits for what failed once. */
const isComing = ({ isPending, failureCount }: { isPending: boolean; failureCount: number }) =>
  isPending && failureCount === 0

/** Where one view takes the other's place, as on a phone, what had the focus is gone with it. */
function useFocusOnOpening(opened: string | undefined) {
  const pane = useRef<HTMLDivElement>(null)
  const before = useRef(opened)
  useEffect(() => {
    if (before.current === opened) return
    before.current = opened
    const hidden = document.activeElement?.checkVisibility?.() === false
    if (opened && (hidden || isNowhere(document.activeElement))) pane.current?.focus()
  }, [opened])
  return pane
}
