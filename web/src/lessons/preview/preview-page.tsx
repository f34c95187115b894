import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { ApiError } from '#web/api/client.ts'
import { courseQuery } from '#web/courses/public-queries.ts'
import { contentQuery } from '#web/enrolments/course-queries.ts'
import { learnedKind } from '#web/lessons/kinds/index.ts'
import lessons from '#web/lessons/kinds/lesson.module.css'
import { shownLesson } from '#web/lessons/shown-lesson.ts'
import { PlayerSpace } from '#web/player/player-space.tsx'
import { ErrorNotice, Notice } from '#web/ui/notices.tsx'
import { useTitle } from '#web/ui/use-title.ts'
import styles from './preview-page.module.css'
import { words } from './words/en.ts'

/** A lesson that is for everyone, without signing in; nothing is kept of how far somebody came. */
export function PreviewPage() {
  const { slug, lessonId } = useParams({ from: '/courses/$slug/preview/$lessonId' })
  const course = useQuery(courseQuery(slug))
  const lesson = course.data?.modules
    .flatMap((module) => module.lessons)
    .find(({ id }) => id === lessonId)
  const content = useQuery(contentQuery(lesson?.previewUrl ?? undefined))
  useTitle(lesson?.title)
  const missing = course.error instanceof ApiError && course.error.code === 'not_found'
  if (missing || (course.data && !lesson?.previewUrl))
    return (
      <Notice title={words.notHere} text={words.notHereText}>
        <Link to="/courses/$slug" params={{ slug }}>
          {words.toCourse}
        </Link>
      </Notice>
    )
  const error = course.error ?? content.error
  if (error)
    return (
      <ErrorNotice error={error} retry={() => void (course.error ? course : content).refetch()} />
    )
  if (!course.data || !lesson || !content.data)
    return (
      <div className={`${lessons.lesson} ${lessons.wide}`}>
        <PlayerSpace />
      </div>
    )
  const shown = shownLesson(lesson, content.data)
  const { View } = learnedKind(shown.kind)
  return (
    <>
      <p className={`quiet ${styles.course}`}>
        {words.preview} ·{' '}
        <Link to="/courses/$slug" params={{ slug }}>
          <bdi>{course.data.title}</bdi>
        </Link>
      </p>
      <View
        lesson={shown}
        progress={undefined}
        next={undefined}
        playsAtOnce={false}
        record={nothing}
        measured
        reopen={nothing}
        end={() => null}
      />
    </>
  )
}

const nothing = () => Promise.resolve()
