import { z } from 'zod'
import { Pseudonym, recordedEvent } from '#contract/events/recorded-event'

export const Enrolled = recordedEvent('enrolled', { person: Pseudonym })
export const Left = recordedEvent('left', { person: Pseudonym })
/** All lessons of the version that was published then are complete; once for each enrolment. */
export const CourseCompleted = recordedEvent('course_completed', {
  person: Pseudonym,
  version: z.number().int().min(1),
})
