import { useQueries, useQuery } from '@tanstack/react-query'
import { useLocation, useParams, useSearch } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import type { LessonPreview } from '#contract/courses/publishing/preview'
import { words as lessonWords } from '#contract/lessons/words/en'
import type { CourseId, LessonId } from '#contract/platform/ids'
import { speaker } from '#contract/words/said'
import { ApiError, routes } from '#web/api/client.ts'
import { routeQuery } from '#web/api/route-query.ts'
import type { Given } from '#web/lessons/course-view.tsx'
import { learnedKind } from '#web/lessons/kinds/index.ts'
import lessons from '#web/lessons/kinds/lesson.module.css'
import type { Parts } from '#web/lessons/learn-page.tsx'
import type { Learned, Line } from '#web/lessons/line.ts'
import type { Way } from '#web/lessons/way.ts'
import { SignInGate } from '#web/people/sign-in-gate.tsx'
import { useSession } from '#web/people/use-session.ts'
import { ErrorNotice, NotFoundPage } from '#web/ui/notices.tsx'
import { useMediaSession } from '#web/videos/use-media-session.ts'
import { learnedAs, NOTHING, recorded } from './learned-as.ts'
import styles from './preview-bar.module.css'
import { PreviewBar } from './preview-bar.tsx'
import { useLinksWithin } from './use-links-within.ts'
import { words } from './words/en.ts'

const PAGE = '/teach/$courseId/preview/{-$lessonId}'

/** A course's draft in its learners' screens, for those who teach it. To others there is no such page. */
export function DraftPage({ parts }: { readonly parts: Parts }) {
  const session = useSession()
  if (session.state === 'signed-in' && !session.person.isAuthor) return <NotFoundPage />
  return (
    <SignInGate>
      <Preview parts={parts} />
    </SignInGate>
  )
}

/** Others edit it, too; nothing of an earlier look is shown again. */
const AS_IT_IS = { staleTime: 1000, gcTime: 0 } as const

function Preview({ parts }: { readonly parts: Parts }) {
  const { CourseView, LearnSkeleton, LessonSkeleton, lessonsOf, previewWay } = parts
  const { courseId, lessonId } = useParams({ from: PAGE })
  const search = useSearch({ from: PAGE })
  const [done, setDone] = useState(NOTHING)
  // Somebody who enrols as this is looked at.
  const [enrolledAt] = useState(() => new Date().toISOString())
  const outline = useQuery({
    ...routeQuery(routes.previewCourse, { params: { courseId } }),
    ...AS_IT_IS,
  })
  // Beside the outline, so that nobody waits for one after the other.
  const lesson = usePreviewedLesson(courseId, lessonId)
  const media = useMediaSession(courseId)
  const isLeft = useLocation({
    select: ({ pathname }) => !pathname.startsWith(`/teach/${courseId}/preview`),
  })
  const all = useMemo(
    () => (outline.data ? lessonsOf(outline.data) : []),
    [outline.data, lessonsOf],
  )
  const way = useMemo(() => previewWay(courseId, search), [courseId, search, previewWay])
  const page = useLinksWithin(courseId, way)
  if (outline.error instanceof ApiError && outline.error.code === 'not_found')
    return <NotFoundPage />
  const now = search.at ? new Date(search.at) : new Date()
  return (
    <>
      <PreviewBar
        {...{ courseId, lessonId, search, now }}
        course={outline.data}
        forget={() => setDone(NOTHING)}
      />
      <div ref={page} className={styles.below}>
        {outline.data ? (
          <CourseView
            {...{ lessonId, now, way, isLeft }}
            outline={outline.data}
            learned={learnedAs(parts, search.as, {
              ...{ lessons: all, lessonId, done, enrolledAt },
            })}
            waiting={<LearnSkeleton />}
            lesson={(line, given) =>
              lesson?.data && !media.isPending ? (
                <PreviewedLesson
                  key={line.id}
                  {...{ parts, line, given, way }}
                  preview={lesson.data}
                  record={setDone}
                  reopen={() => media.refetch()}
                />
              ) : lesson?.isError ? (
                <ErrorNotice error={lesson.error} retry={() => void lesson.refetch()} />
              ) : (
                <LessonSkeleton />
              )
            }
          />
        ) : outline.isError ? (
          <ErrorNotice error={outline.error} retry={() => void outline.refetch()} />
        ) : (
          <LearnSkeleton />
        )}
      </div>
    </>
  )
}

/** Undefined until it is known which. */
function usePreviewedLesson(courseId: CourseId, lessonId: LessonId | undefined) {
  const [lesson] = useQueries({
    queries: (lessonId ? [lessonId] : []).map((id) => ({
      ...routeQuery(routes.previewLesson, { params: { courseId, lessonId: id } }),
      ...AS_IT_IS,
    })),
  })
  return lesson
}

interface PreviewedLessonProps {
  readonly parts: Parts
  readonly line: Line
  readonly preview: LessonPreview
  readonly given: Given<Line>
  readonly way: Way
  readonly record: (change: (done: Learned) => Learned) => void
  readonly reopen: () => Promise<unknown>
}

function PreviewedLesson(props: PreviewedLessonProps) {
  const { parts, line, preview, given, record, way, reopen } = props
  const { LessonView, shownLesson } = parts
  if (!preview.shown)
    return (
      <article className={lessons.lesson}>
        <h1>
          <bdi>{line.title}</bdi>
        </h1>
        <p role="status">{preview.problem ? inWords(preview.problem) : words.notReady}</p>
      </article>
    )
  const lesson = shownLesson(preview.shown.line, preview.shown.content)
  const { completes } = learnedKind(lesson.kind)
  return (
    <LessonView
      {...given}
      {...{ way, reopen }}
      lesson={lesson}
      warmNext={nothing}
      measured={false}
      record={async (played) =>
        record((done) =>
          recorded(parts, { done, lesson, played }, (known) => completes(known, lesson)),
        )
      }
    />
  )
}

const nothing = () => undefined

/** Says what stands between a lesson and learners. */
const inWords = speaker(lessonWords, () => words.notReady)
