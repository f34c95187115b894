import { z } from 'zod'
import type { Pseudonym } from '#contract/events/recorded-event'
import { CourseId, LessonId } from '#contract/platform/ids'
import { WatchedRanges } from '#contract/progress/progress'
import type { RecordedEvent } from '#contract/reports/recorded-events'
import { outsideOf } from '#core/progress/beat'
import { recorded, recordedEventsOf } from '#core/reports/recorded-events-of'
import { eventOf, type Happened } from '#core/reports/rows/record-row'

/** An item as it stands in the table. A lesson that settled is told apart, as if it still had an item of its own. */
export interface StandingItem {
  readonly entity: string
  readonly item: unknown
  readonly isSettled: boolean
}

/**
 * How sure an event is. `exact`: what the table's stream tells of it, word for word. `estimated`, from an item of its own or one that
 * settled: that it was so, by the item's last heartbeat, and no more.
 */
export const SURENESS = { exact: 0, estimated: 1, settled: 2 } as const

export interface Told {
  readonly event: RecordedEvent
  readonly sureness: (typeof SURENESS)[keyof typeof SURENESS]
}

const Progress = z.object({
  courseId: CourseId,
  lessonId: LessonId,
  watched: WatchedRanges.default([]),
  completed: z.boolean(),
  updatedAt: z.string(),
  beat: z.object({ fresh: WatchedRanges }).optional(),
})

/** Of `learned`, whose schema says so. */
const MOST_SECONDS = 600

/** Whose doing it tells of, for whom a pseudonym is needed. */
export const userIdOfStanding = ({ entity, item }: StandingItem): string | undefined =>
  recorded
    .find((row) => row.entity === entity)
    ?.userId({ entity, kind: 'changed', item, before: null, at: 0 })

/**
 * What an item that stands tells of the past. What it tells of its last change has the id and the moment that the stream
 * gave it. What came before that is lost but for its sum; it is told of items that nobody touched since `recordedFrom` alone,
 * in epoch milliseconds: of all others the lake has it from the stream.
 * @throws ZodError where the item is not as its entity writes it
 */
export function eventsThatStood(
  standing: StandingItem,
  recordedFrom: number,
  person: Pseudonym | undefined,
): Told[] {
  const { entity, item, isSettled } = standing
  const row = recorded.find((one) => one.entity === entity)
  if (!row) return []
  const kind = row.on.includes('created') ? 'created' : 'changed'
  const exact = recordedEventsOf({ entity, kind, item, before: null, at: 0 }, person)
  if (entity !== 'progress') return exact.map(asTold(SURENESS.exact))
  const sum = sumOf(Progress.parse(item), new Set(exact.map(({ event }) => event)), recordedFrom)
  return [
    ...exact.map(asTold(SURENESS.exact)),
    ...sum
      .map((happened) => eventOf(happened, person))
      .map(asTold(isSettled ? SURENESS.settled : SURENESS.estimated)),
  ]
}

const asTold =
  (sureness: Told['sureness']) =>
  (event: RecordedEvent): Told => ({ event, sureness })

/** Revisions begin with 1: what is told as of none is no event of the stream's. */
function sumOf(
  {
    courseId: course,
    lessonId: lesson,
    watched,
    completed,
    updatedAt,
    beat,
  }: z.infer<typeof Progress>,
  told: ReadonlySet<RecordedEvent['event']>,
  recordedFrom: number,
): Happened[] {
  const at = Date.parse(updatedAt)
  if (at >= recordedFrom) return []
  const shared = { at, course, lesson }
  const rest = outsideOf(watched, beat?.fresh ?? [])
  const seconds = rest.reduce((sum, [from, to]) => sum + to - from, 0)
  return [
    ...(told.has('lesson_started')
      ? []
      : [{ ...shared, event: 'lesson_started', key: lesson } as const]),
    ...rest.map(([from_s, to_s]) => {
      const key = `${lesson} 0 ${from_s}`
      return { ...shared, event: 'watched', from_s, to_s, again: false, key } as const
    }),
    ...Array.from({ length: Math.ceil(seconds / MOST_SECONDS) }, (_, n) => {
      const part = Math.min(MOST_SECONDS, seconds - n * MOST_SECONDS)
      return { ...shared, event: 'learned', seconds: part, key: `${lesson} 0 ${n}` } as const
    }),
    ...(completed && !told.has('lesson_completed')
      ? [{ ...shared, event: 'lesson_completed', key: lesson } as const]
      : []),
  ]
}
