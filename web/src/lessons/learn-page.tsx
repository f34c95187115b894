import { Link, useLocation, useParams } from '@tanstack/react-router'
import { type ComponentProps, lazy, Suspense, useCallback, useMemo } from 'react'
import type { PublishedLine, PublishedOutline } from '#contract/courses/content'
import type { LessonId } from '#contract/platform/ids'
import type { CourseSession } from '#contract/progress/progress'
import { ApiError } from '#web/api/client.ts'
import { type Played, useCourseSession } from '#web/enrolments/use-course-session.ts'
import { useLessonContent } from '#web/enrolments/use-lesson-content.ts'
import { SignInGate } from '#web/people/sign-in-gate.tsx'
import { withProgress } from '#web/progress/with-progress.ts'
import { ErrorNotice, messageOf, Notice } from '#web/ui/notices.tsx'
import { CourseView } from './course-view.tsx'
import { nextOpeningIn } from './gate/openings.ts'
import { useServerTime } from './gate/use-server-time.ts'
import { LearnSkeleton, LessonSkeleton } from './learn-skeleton.tsx'
import { lessonsOf } from './lesson-order.ts'
import { LessonView } from './lesson-view.tsx'
import { shownLesson } from './shown-lesson.ts'
import { warmNext } from './warm-lesson.ts'
import { learnersWay, previewWay } from './way.ts'
import { words } from './words/en.ts'

/** No lesson waits for it. */
const AnnouncementsLink = lazy(() => import('#web/announcements/announcements-link.tsx'))

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
  const { enrolledAt } = session
  const nextAfter = useCallback(
    (at: Date) => nextOpeningIn(outline, { enrolledAt }, at),
    [outline, enrolledAt],
  )
  const now = useServerTime(session, toldAt, nextAfter)
  const way = useMemo(() => learnersWay(courseId), [courseId])
  return (
    <CourseView
      {...{ outline, now, lessonId, way, isLeft }}
      learned={session}
      waiting={<LearnSkeleton />}
      above={
        <Suspense fallback={'\u00a0'}>
          <AnnouncementsLink courseId={courseId} />
        </Suspense>
      }
      lesson={(line, { next, ...given }) => (
        <OpenLesson
          key={line.id}
          {...{ outline, line, next, way, reopen }}
          {...given}
          warmNext={() => {
            if (next) void warmNext(outline, next, undefined)
          }}
          record={(played) => record(line.id, played)}
          measured
        />
      )}
    />
  )
}

/** A preview of the draft is made of the same, and adds no file to this page. */
export const parts = {
  ...{ CourseView, LessonView, LearnSkeleton, LessonSkeleton },
  ...{ lessonsOf, shownLesson, previewWay, withProgress },
}
export type Parts = typeof parts

type OpenLessonProps = Omit<ComponentProps<typeof LessonView>, 'lesson'> & {
  readonly outline: PublishedOutline
  readonly line: PublishedLine
}

function OpenLesson({ outline, line, reopen: reopenCourse, ...props }: OpenLessonProps) {
  const { content, error, reopen, retry } = useLessonContent(outline, line, reopenCourse)
  if (content) return <LessonView {...props} lesson={shownLesson(line, content)} reopen={reopen} />
  return error ? <ErrorNotice error={error} retry={retry} /> : <LessonSkeleton />
}
