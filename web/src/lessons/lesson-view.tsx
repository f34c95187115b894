import { Button } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import type { PublishedLesson, PublishedOutline } from '#contract/courses/content'
import type { LessonProgress } from '#contract/progress/progress'
import type { Played } from '#web/enrolments/use-course-session.ts'
import { learnedKind } from './kinds/index.ts'
import { nextLesson } from './lesson-order.ts'
import styles from './lesson-view.module.css'
import { warmLesson, warmNext } from './warm-lesson.ts'
import { words } from './words/en.ts'

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
  // While the view is on its way, what it will ask for is too.
  useState(() => void warmLesson(lesson, progress))
  const { View, plays } = learnedKind(lesson.kind)
  const openNext = () => {
    if (!next) return
    if (plays) onGoOn(next.id)
    void navigate({
      to: '/learn/$courseId/{-$lessonId}',
      params: { courseId: outline.courseId, lessonId: next.id },
    })
  }
  const end = (asked?: ReactNode) => (
    <div className={styles.end}>
      <span role="status">{progress?.completed && words.done}</span>
      {asked}
      {next ? (
        <Button variant={asked ? 'default' : 'filled'} onClick={openNext}>
          {words.nextLesson}
        </Button>
      ) : (
        <span className="quiet">{words.isLast}</span>
      )}
    </div>
  )
  return (
    <View
      lesson={lesson}
      progress={progress}
      next={
        next && {
          title: next.title,
          open: openNext,
          warm: () => void warmNext(outline, next, undefined),
          warmCode: () => void learnedKind(next.kind).warmCode(),
        }
      }
      playsAtOnce={playsAtOnce}
      record={record}
      reopen={reopen}
      end={end}
    />
  )
}
