import type { Syllabus } from '#core/courses/syllabus-ports'

/** What tells of a kind of burst. */
export interface BurstSource {
  /** When it comes, by what a course publishes now; times that are over may be among them. */
  timesOf(syllabus: Syllabus): Date[]
}
