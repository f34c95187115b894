import type { Pseudonym } from '#contract/events/recorded-event'
import type { RecordedEvent } from '#contract/reports/recorded-events'
import { assetRow } from './rows/asset-row.ts'
import { courseRow } from './rows/course-row.ts'
import { enrolmentRow } from './rows/enrolment-row.ts'
import { progressRow } from './rows/progress-row.ts'
import type { Recorded, RecordedChange } from './rows/record-row.ts'

/** What is recorded, a row an entity. What the stream lets through (`lib/reports/stream-filters.ts`) is held to it by a test. */
export const recorded: readonly Recorded[] = [enrolmentRow, progressRow, courseRow, assetRow]

const rowOf = ({ entity, kind }: RecordedChange) =>
  recorded.find((row) => row.entity === entity && row.on.includes(kind))

/**
 * Whose doing a change was, for whom a pseudonym is needed.
 * @throws ZodError where the item is not as its entity writes it
 */
export const userIdOf = (change: RecordedChange): string | undefined =>
  rowOf(change)?.userId(change)

/**
 * The events that follow from a change of the table; none from most. The same change, told again, makes the same
 * events with the same ids.
 * @throws ZodError where the item is not as its entity writes it
 */
export const recordedEventsOf = (
  change: RecordedChange,
  person: Pseudonym | undefined,
): RecordedEvent[] => rowOf(change)?.events(change, person) ?? []
