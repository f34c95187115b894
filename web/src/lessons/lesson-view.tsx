import { Button } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import type { PublishedLesson, PublishedLine } from '#contract/courses/content'
import type { LessonProgress } from '#contract/progress/progress'
import type { Played } from '#web/enrolments/use-course-session.ts'
import { words as gate } from './gate/words/en.ts'
import { learnedKind } from './kinds/index.ts'
import styles from './lesson-view.module.css'
import { warmLesson } from './warm-lesson.ts'
import type { Way } from './way.ts'
import { words } from './words/en.ts'

interface Props {
  readonly lesson: PublishedLesson
  readonly progress: LessonProgress | undefined
  readonly next: Pick<PublishedLine, 'id' | 'title' | 'kind'> | undefined
  /** What that waits for before it opens; empty: it is open. */
  readonly nextWaits: readonly ReactNode[]
  readonly way: Way
  readonly warmNext: () => void
  /** Whether the learner came from the end of a video, and goes on watching. */
  readonly playsAtOnce: boolean
  readonly onGoOn: (nextId: string) => void
  readonly record: (played: Played) => Promise<void>
  readonly measured: boolean
  readonly reopen: () => Promise<unknown>
}

export function LessonView({ next, nextWaits, way, warmNext, onGoOn, ...props }: Props) {
  const { lesson, progress } = props
  const navigate = useNavigate()
  // While the view is on its way, what it will ask for is too.
  useState(() => void warmLesson(lesson, progress))
  const { View, plays } = learnedKind(lesson.kind)
  const openNext = () => {
    if (!next) return
    if (plays) onGoOn(next.id)
    void navigate(way(next.id))
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
      {nextWaits.length > 0 && (
        <p className={`quiet ${styles.waits}`}>
          {gate.nextIsLocked}{' '}
          {nextWaits.map((wait, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: they have no names, and none moves
            <span key={at}>{wait}. </span>
          ))}
        </p>
      )}
    </div>
  )
  return (
    <View
      {...props}
      next={
        next && nextWaits.length === 0
          ? {
              title: next.title,
              open: openNext,
              warm: warmNext,
              warmCode: () => void learnedKind(next.kind).warmCode(),
            }
          : undefined
      }
      end={end}
    />
  )
}
