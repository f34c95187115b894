import { Button, Skeleton } from '@mantine/core'
import { IconList } from '@tabler/icons-react'
import { Link, Navigate, useLocation, useParams } from '@tanstack/react-router'
import { type ComponentProps, lazy, Suspense, useEffect, useMemo, useRef, useState } from 'react'
import type { PublishedLine, PublishedOutline } from '#contract/courses/content'
import { isOpen, opensAt } from '#contract/lessons/gate/is-open'
import type { LessonId } from '#contract/platform/ids'
import { chooseLesson } from '#contract/progress/choose-lesson'
import type { CourseSession } from '#contract/progress/progress'
import { ApiError } from '#web/api/client.ts'
import { type Played, useCourseSession } from '#web/enrolments/use-course-session.ts'
import { useLessonContent } from '#web/enrolments/use-lesson-content.ts'
import { SignInGate } from '#web/people/sign-in-gate.tsx'
import { PlayerSpace } from '#web/player/player-space.tsx'
import { useCalm } from '#web/ui/moments/use-calm.ts'
import { ErrorNotice, messageOf, Notice } from '#web/ui/notices.tsx'
import { useTitle } from '#web/ui/use-title.ts'
import { LockedLesson } from './gate/locked-lesson.tsx'
import { useServerTime } from './gate/use-server-time.ts'
import styleOfLesson from './kinds/lesson.module.css'
import styles from './learn-page.module.css'
import { lessonsOf } from './lesson-order.ts'
import { LessonView } from './lesson-view.tsx'
import { OutlineList } from './outline-list.tsx'
import { shownLesson } from './shown-lesson.ts'
import { words } from './words/en.ts'

const loadDrawer = () => import('./contents-drawer.tsx')
const ContentsDrawer = lazy(loadDrawer)

export function LearnPage() {
  return (
    <SignInGate>
      <Learn />
    </SignInGate>
  )
}

function Learn() {
  const { courseId } = useParams({ from: PAGE })
  const { session, outline, record } = useCourseSession(courseId)
  const code = session.error instanceof ApiError && !session.data ? session.error.code : undefined
  if (code === 'not_found')
    return (
      <Notice title={words.notEnrolled} text={words.notEnrolledText}>
        <Link to="/courses/$slug" params={{ slug: courseId }}>
          {words.toCourse}
        </Link>
      </Notice>
    )
  if (code === 'conflict') return <Notice title={words.outdated} text={messageOf(session.error)} />
  if (session.isError && !session.data)
    return <ErrorNotice error={session.error} retry={() => void session.refetch()} />
  if (outline.isError)
    return (
      <ErrorNotice
        error={outline.error}
        retry={() => void session.refetch().then(() => outline.refetch())}
      />
    )
  if (!session.data || !outline.data) return <LearnSkeleton />
  return (
    <OpenCourse
      session={session.data}
      toldAt={session.dataUpdatedAt}
      outline={outline.data}
      record={record}
      reopen={() => session.refetch({ throwOnError: true })}
    />
  )
}

const PAGE = '/learn/$courseId/{-$lessonId}'

interface OpenCourseProps {
  readonly session: CourseSession
  /** By this device's clock. */
  readonly toldAt: number
  readonly outline: PublishedOutline
  readonly record: (lessonId: LessonId, played: Played) => Promise<void>
  readonly reopen: () => Promise<unknown>
}

function OpenCourse({ session, toldAt, outline, record, reopen }: OpenCourseProps) {
  const { courseId, lessonId } = useParams({ from: PAGE })
  // This page stays until the one that somebody went to is loaded; it must not call them back.
  const isLeft = useLocation({
    select: ({ pathname }) => !pathname.startsWith(`/learn/${courseId}`),
  })
  const [listed, setListed] = useState(false)
  const [wanted, setWanted] = useState(false)
  const calm = useCalm()
  useEffect(() => {
    if (calm) void loadDrawer()
  }, [calm])
  /** The lesson that a video's end led to, which plays at once. */
  const goesOn = useRef<string>(undefined)
  const lessons = useMemo(() => lessonsOf(outline), [outline])
  const now = useServerTime(session, toldAt, lessons)
  const lesson = lessons.find((one) => one.id === lessonId)
  useTitle(lesson?.title ?? outline.title)
  if (!lesson) {
    if (isLeft) return <LearnSkeleton />
    const first = chooseLesson(lessons, session.lastLessonId, session.progress, (one) =>
      isOpen(one.audience, now),
    )
    if (first && first.id !== lessonId)
      return <Navigate to={PAGE} params={{ courseId, lessonId: first.id }} replace />
    return <Notice title={words.noLessons} text={words.noLessonsText} />
  }
  const list = (onChoose?: () => void) => (
    <OutlineList
      outline={outline}
      session={session}
      current={lesson.id}
      now={now}
      onChoose={onChoose}
    />
  )
  const from = opensAt(lesson.audience)
  return (
    <div className={styles.learn}>
      <aside>
        <p className={styles.name}>
          <bdi>{outline.title}</bdi>
        </p>
        {list()}
      </aside>
      <div>
        <Button
          className={styles.contents}
          variant="default"
          leftSection={<IconList size={18} />}
          onPointerEnter={() => void loadDrawer()}
          onClick={() => {
            setWanted(true)
            setListed(true)
          }}
        >
          {words.contents}
        </Button>
        {wanted && (
          <Suspense>
            <ContentsDrawer opened={listed} close={() => setListed(false)} title={outline.title}>
              {list(() => setListed(false))}
            </ContentsDrawer>
          </Suspense>
        )}
        {from !== null && !isOpen(lesson.audience, now) ? (
          <LockedLesson title={lesson.title} opensAt={from} />
        ) : (
          <OpenLesson
            key={lesson.id}
            outline={outline}
            line={lesson}
            progress={session.progress.find((one) => one.lessonId === lesson.id)}
            record={(played) => record(lesson.id, played)}
            playsAtOnce={goesOn.current === lesson.id}
            onGoOn={(nextId) => {
              goesOn.current = nextId
            }}
            reopen={reopen}
          />
        )}
      </div>
    </div>
  )
}

type OpenLessonProps = Omit<ComponentProps<typeof LessonView>, 'lesson'> & {
  readonly line: PublishedLine
}

function OpenLesson({ line, reopen: reopenCourse, ...props }: OpenLessonProps) {
  const { content, error, reopen, retry } = useLessonContent(props.outline, line, reopenCourse)
  if (content) return <LessonView {...props} lesson={shownLesson(line, content)} reopen={reopen} />
  return error ? <ErrorNotice error={error} retry={retry} /> : <LessonSkeleton />
}

function LearnSkeleton() {
  return (
    <div className={styles.learn}>
      <aside>
        <Skeleton height={20} mb={24} />
        <Skeleton height={16} mb={12} />
        <Skeleton height={16} mb={12} width="80%" />
      </aside>
      <LessonSkeleton />
    </div>
  )
}

const LessonSkeleton = () => (
  <div className={`${styleOfLesson.lesson} ${styleOfLesson.wide}`}>
    <PlayerSpace />
    <Skeleton height={32} mt={24} width="60%" />
  </div>
)
