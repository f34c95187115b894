import { Button } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { lazy, Suspense, useEffect, useRef } from 'react'
import type { PublishedLesson, PublishedOutline } from '#contract/content'
import type { LessonProgress } from '#contract/models/learning'
import { nextLesson, resumeAt } from './lesson-order.ts'
import { Markdown } from './markdown.tsx'
import { type Played, siteAddress } from './use-course-session.ts'

const Player = lazy(() => import('./player.tsx'))

const ARTICLE: Played = { positionSeconds: 0, durationSeconds: 0, watched: [], completed: false }

interface Props {
  readonly outline: PublishedOutline
  readonly lesson: PublishedLesson
  readonly progress: LessonProgress | undefined
  readonly record: (played: Played) => Promise<void>
  readonly reopen: () => Promise<unknown>
}

export function LessonView({ outline, lesson, progress, record, reopen }: Props) {
  const navigate = useNavigate()
  const next = nextLesson(outline, lesson.id)
  const done = progress?.completed ?? false
  const opened = useRef(record)
  opened.current = record
  useEffect(() => {
    // So that "Continue" leads back here; a video says so itself when it plays.
    if (lesson.kind === 'article') void opened.current(ARTICLE)
  }, [lesson.kind])
  return (
    <article className={lesson.kind === 'video' ? 'lesson wide' : 'lesson'}>
      {lesson.kind === 'video' && (
        <Suspense fallback={<div className="player player-space" />}>
          <Player
            title={lesson.title}
            address={siteAddress(lesson.hlsUrl)}
            poster={lesson.posterUrl ? siteAddress(lesson.posterUrl) : null}
            startAt={resumeAt(progress?.positionSeconds ?? 0, lesson.durationSeconds)}
            onReport={({ position, duration, watched }) =>
              void record({
                positionSeconds: position,
                durationSeconds: duration,
                watched,
                completed: false,
              })
            }
            onForbidden={reopen}
          />
        </Suspense>
      )}
      <h1>{lesson.title}</h1>
      {lesson.kind === 'article' && <Markdown source={lesson.text} />}
      <div className="lesson-end">
        <span role="status">{done && 'Done'}</span>
        {lesson.kind === 'article' && !done && (
          <Button onClick={() => void record({ ...ARTICLE, completed: true })}>Mark as done</Button>
        )}
        {next ? (
          <Button
            variant={lesson.kind === 'article' && !done ? 'default' : 'filled'}
            onClick={() =>
              void navigate({
                to: '/learn/$courseId/{-$lessonId}',
                params: { courseId: outline.courseId, lessonId: next.id },
              })
            }
          >
            Next lesson
          </Button>
        ) : (
          <span className="quiet">This is the last lesson.</span>
        )}
      </div>
    </article>
  )
}
