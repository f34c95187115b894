import type { ComponentType, ReactNode } from 'react'
import type { ContentOf, LessonKind, LineOf } from '#contract/lessons/kinds/index'
import type { LessonProgress } from '#contract/progress/progress'
import type { Played } from '#web/enrolments/use-course-session.ts'

/** A lesson of a kind as learners have it. */
export type LessonOf<K extends LessonKind> = LineOf<K> & ContentOf<K>

/** What follows a lesson. */
export interface Next {
  readonly title: string
  readonly open: () => void
  /** Fetches what opening it will need. */
  readonly warm: () => void
  /** Fetches the code of its kind alone. */
  readonly warmCode: () => void
}

export interface ViewProps<K extends LessonKind> {
  readonly lesson: LessonOf<K>
  readonly progress: LessonProgress | undefined
  /** Undefined after the last lesson. */
  readonly next: Next | undefined
  /** Whether the learner came from the end of a lesson that plays, and goes on so. */
  readonly playsAtOnce: boolean
  readonly record: (played: Played) => Promise<void>
  /** Whether the site hears, without whose it was, how well it played. */
  readonly measured: boolean
  /** Opens the course again, whose cookies have ended. */
  readonly reopen: () => Promise<unknown>
  /** What stands at a lesson's end, the way on; with what its kind asks there before. */
  readonly end: (asked?: ReactNode) => ReactNode
}

/** What learners' pages do otherwise for each kind of lesson. */
export interface LearnedKind<K extends LessonKind> {
  readonly View: ComponentType<ViewProps<K>>
  /** Whether it plays: who comes from its end goes on watching. */
  readonly plays: boolean
  /** Whether what was recorded of a lesson completes it, where no server decides that. */
  readonly completes: (progress: LessonProgress, lesson: LessonOf<K>) => boolean
  /** Fetches the view's code; resolves when it can show what somebody opens it for. */
  readonly warmCode: () => Promise<void>
  /** Fetches what opening this lesson needs besides. */
  readonly warm: (lesson: LessonOf<K>, progress: LessonProgress | undefined) => void
}
