import { Button, Skeleton } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { lazy, Suspense, useEffect, useRef, useState } from 'react'
import type { PublishedLesson, PublishedOutline } from '#contract/courses/content'
import type { LessonProgress } from '#contract/progress/progress'
import { resumeAt } from '#contract/progress/within-stream'
import { siteAddress } from '#web/enrolments/course-queries.ts'
import type { Played } from '#web/enrolments/use-course-session.ts'
import { nextLesson } from './lesson-order.ts'
import { warmLesson, warmWhenIdle } from './warm-lesson.ts'
import { words } from './words/en.ts'

const Player = lazy(() => import('#web/player/player.tsx'))
const Article = lazy(() => import('#web/articles/article.tsx'))

const ARTICLE: Played = { positionSeconds: 0, durationSeconds: 0, watched: [], completed: false }

interface Props {
  readonly outline: PublishedOutline
  readonly lesson: PublishedLesson
  readonly progress: LessonProgress | undefined
  /** Whether the learner came from the end of a video, and goes on watching. */
  readonly playsAtOnce: boolean
  readonly onGoOn: (nextId: string) => void
  readonly record: (played: Played) => Promise<void>
  readonly reopen: () => Promise<unknown>
}

export function LessonView({
  outline,
  lesson,
  progress,
  playsAtOnce,
  onGoOn,
  record,
  reopen,
}: Props) {
  const navigate = useNavigate()
  const next = nextLesson(outline, lesson.id)
  // While the player is on its way, what it will ask for is too.
  useState(() => warmLesson(lesson, progress))
  const done = progress?.completed ?? false
  const opened = useRef(record)
  opened.current = record
  useEffect(() => {
    // So that "Continue" leads back here; a video says so itself when it plays.
    if (lesson.kind === 'article') void opened.current(ARTICLE)
  }, [lesson.kind])
  const videoIsNext = lesson.kind === 'article' && next?.kind === 'video'
  useEffect(() => (videoIsNext ? warmWhenIdle() : undefined), [videoIsNext])
  const openNext = () => {
    if (!next) return
    if (lesson.kind === 'video') onGoOn(next.id)
    void navigate({
      to: '/learn/$courseId/{-$lessonId}',
      params: { courseId: outline.courseId, lessonId: next.id },
    })
  }
  const isVideo = lesson.kind === 'video'
  const end = (
    <div className="lesson-end">
      <span role="status">{done && words.done}</span>
      {!isVideo && !done && (
        <Button onClick={() => void record({ ...ARTICLE, completed: true })}>
          {words.markDone}
        </Button>
      )}
      {next ? (
        <Button variant={!isVideo && !done ? 'default' : 'filled'} onClick={openNext}>
          {words.nextLesson}
        </Button>
      ) : (
        <span className="quiet">{words.isLast}</span>
      )}
    </div>
  )
  if (!isVideo)
    return (
      <article className="lesson">
        <h1>
          <bdi>{lesson.title}</bdi>
        </h1>
        <Suspense fallback={<Skeleton height={320} />}>
          <Article source={lesson.text} />
          {end}
        </Suspense>
      </article>
    )
  const below = (
    <div className="below-picture">
      <h1>
        <bdi>{lesson.title}</bdi>
      </h1>
      {end}
    </div>
  )
  const fallback = (
    <>
      <div className="player-space" />
      {below}
    </>
  )
  return (
    <article className="lesson wide">
      <Suspense fallback={fallback}>
        <Player
          title={lesson.title}
          hlsUrl={siteAddress(lesson.hlsUrl)}
          dashUrl={siteAddress(lesson.dashUrl)}
          playbackUrl={siteAddress(lesson.playbackUrl)}
          poster={lesson.posterUrl ? siteAddress(lesson.posterUrl) : null}
          startAt={resumeAt(progress?.positionSeconds ?? 0, lesson.durationSeconds)}
          playsAtOnce={playsAtOnce}
          next={
            next && {
              title: next.title,
              open: openNext,
              warm: () => warmLesson(next, undefined),
            }
          }
          onReport={({ position, duration, watched }) =>
            void record({
              positionSeconds: position,
              durationSeconds: duration,
              watched,
              completed: false,
            })
          }
          onForbidden={reopen}
        >
          {below}
        </Player>
      </Suspense>
    </article>
  )
}
