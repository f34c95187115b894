import { z } from 'zod'
import { Pseudonym } from '#contract/events/recorded-event'
import { LessonKind } from '#contract/lessons/kinds/index'
import { CourseId, LessonId } from '#contract/platform/ids'
import { Day } from './report.ts'

/** What events speak of by id, as it was when a day ended. Flat, for these are rows. */
export const dimensions = {
  /** Every course that was ever published, as published last. */
  courses: z.object({ course: CourseId, version: z.number().int(), title: z.string() }),
  /** Their lessons, in the order of the course. */
  lessons: z.object({
    course: CourseId,
    lesson: LessonId,
    title: z.string(),
    module: z.string(),
    kind: LessonKind,
    /** From 1. */
    position: z.number().int(),
    /** Of a video; absent where there is none. */
    duration_s: z.number().optional(),
  }),
  /** Whoever something was recorded of and who was not erased, by pseudonym, and since when the register knows them. */
  people: z.object({ person: Pseudonym, since: Day }),
} as const

export type DimensionName = keyof typeof dimensions
export type DimensionRow<Name extends DimensionName> = z.infer<(typeof dimensions)[Name]>
