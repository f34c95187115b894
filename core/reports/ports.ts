import type { Pseudonym } from '#contract/events/recorded-event'
import type { CourseId } from '#contract/platform/ids'
import type { RecordedEvent } from '#contract/reports/recorded-events'

/** Who stands behind the pseudonyms of what is recorded. */
export interface PeopleRegister {
  /** The same each time, until the person is erased; made where there is none. */
  pseudonymOf(userId: string): Promise<Pseudonym>
}

export interface EventRecorder {
  /** Resolves when all are taken. Rejects where some may not be; then all are to be put again. */
  put(events: readonly RecordedEvent[]): Promise<void>
}

/** The register, for whoever only reads it. */
export interface PeopleReader {
  /** Null for whom nothing was recorded. */
  pseudonymOf(userId: string): Promise<Pseudonym | null>
  /** Null of whom is erased. */
  userOf(pseudonym: Pseudonym): Promise<string | null>
}

export interface CourseTitles {
  /** As published last; empty where that is not known. */
  of(courseId: CourseId, version: number | null): Promise<string>
}
