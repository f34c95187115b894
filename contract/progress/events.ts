import { z } from 'zod'
import { Pseudonym, recordedEvent } from '#contract/events/recorded-event'
import { LessonId } from '#contract/platform/ids'

const OfLesson = { person: Pseudonym, lesson: LessonId }

export const LessonStarted = recordedEvent('lesson_started', OfLesson)
export const LessonCompleted = recordedEvent('lesson_completed', OfLesson)

/** A heartbeat that was taken. */
export const Learned = recordedEvent('learned', {
  ...OfLesson,
  /** Time spent since the heartbeat before, in seconds. */
  seconds: z.number().min(0).max(600),
})

/** One stretch of a video, `[from_s, to_s)` in its seconds, as a heartbeat told of it. */
export const Watched = recordedEvent('watched', {
  ...OfLesson,
  from_s: z.number().min(0),
  to_s: z.number().min(0),
  /** Whether this person had watched it before. */
  again: z.boolean(),
})
