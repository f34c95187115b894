import { Button, Drawer, Skeleton } from '@mantine/core'
import { IconList } from '@tabler/icons-react'
import { Link, Navigate, useParams } from '@tanstack/react-router'
import { useRef, useState } from 'react'
import { ApiError } from '#web/api/client.ts'
import { useCourseSession } from '#web/enrolments/use-course-session.ts'
import { SignInGate } from '#web/people/sign-in-gate.tsx'
import { PlayerSpace } from '#web/player/player-space.tsx'
import { ErrorNotice, Notice } from '#web/ui/notices.tsx'
import { useTitle } from '#web/ui/use-title.ts'
import lessons from './kinds/lesson.module.css'
import styles from './learn-page.module.css'
import { chooseLesson, lessonsOf } from './lesson-order.ts'
import { LessonView } from './lesson-view.tsx'
import { OutlineList } from './outline-list.tsx'
import { words } from './words/en.ts'

export function LearnPage() {
  return (
    <SignInGate>
      <Learn />
    </SignInGate>
  )
}

function Learn() {
  const { courseId, lessonId } = useParams({ from: '/learn/$courseId/{-$lessonId}' })
  const { session, outline, record } = useCourseSession(courseId)
  const [listed, setListed] = useState(false)
  /** The lesson that a video's end led to, which plays at once. */
  const goesOn = useRef<string>(undefined)
  const lesson = outline.data && lessonsOf(outline.data).find((one) => one.id === lessonId)
  useTitle(lesson?.title ?? outline.data?.title)

  if (session.error instanceof ApiError && session.error.code === 'not_found' && !session.data)
    return (
      <Notice title={words.notEnrolled} text={words.notEnrolledText}>
        <Link to="/courses/$slug" params={{ slug: courseId }}>
          {words.toCourse}
        </Link>
      </Notice>
    )
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
  if (!lesson) {
    const first = chooseLesson(outline.data, session.data.lastLessonId, session.data.progress)
    if (first && first.id !== lessonId)
      return (
        <Navigate
          to="/learn/$courseId/{-$lessonId}"
          params={{ courseId, lessonId: first.id }}
          replace
        />
      )
    return <Notice title={words.noLessons} text={words.noLessonsText} />
  }
  const list = (onChoose?: () => void) => (
    <OutlineList
      outline={outline.data}
      session={session.data}
      current={lesson.id}
      onChoose={onChoose}
    />
  )
  return (
    <div className={styles.learn}>
      <aside>
        <p className={styles.name}>
          <bdi>{outline.data.title}</bdi>
        </p>
        {list()}
      </aside>
      <div>
        <Button
          className={styles.contents}
          variant="default"
          leftSection={<IconList size={18} />}
          onClick={() => setListed(true)}
        >
          {words.contents}
        </Button>
        <Drawer
          opened={listed}
          onClose={() => setListed(false)}
          title={<bdi>{outline.data.title}</bdi>}
        >
          {list(() => setListed(false))}
        </Drawer>
        <LessonView
          key={lesson.id}
          outline={outline.data}
          lesson={lesson}
          progress={session.data.progress.find((one) => one.lessonId === lesson.id)}
          record={(played) => record(lesson.id, played)}
          playsAtOnce={goesOn.current === lesson.id}
          onGoOn={(nextId) => {
            goesOn.current = nextId
          }}
          reopen={() => session.refetch({ throwOnError: true })}
        />
      </div>
    </div>
  )
}

function LearnSkeleton() {
  return (
    <div className={styles.learn}>
      <aside>
        <Skeleton height={20} mb={24} />
        <Skeleton height={16} mb={12} />
        <Skeleton height={16} mb={12} width="80%" />
      </aside>
      <div className={`${lessons.lesson} ${lessons.wide}`}>
        <PlayerSpace />
        <Skeleton height={32} mt={24} width="60%" />
      </div>
    </div>
  )
}
