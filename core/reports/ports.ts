import type { Pseudonym } from '#contract/events/recorded-event'
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
