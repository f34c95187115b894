import { createHash } from 'node:crypto'
import type { z } from 'zod'
import type { Pseudonym } from '#contract/events/recorded-event'
import type { RecordedEvent } from '#contract/reports/recorded-events'
import type { Change, ChangeKind } from '#core/platform/reactions'

/** A change, with the item as it was before where it changed, and the time of the table's stream. */
export interface RecordedChange extends Change {
  readonly before: unknown
  /** Epoch milliseconds. */
  readonly at: number
}

type WithoutShared<Event> = Event extends RecordedEvent ? Omit<Event, 'id' | 'v' | 'person'> : never

/** An event before it is known what its person is called. */
export type Happened = WithoutShared<RecordedEvent> & {
  /** What tells it from others of its name, its course and its person: always the same of the same. */
  readonly key: string | number
}

interface RecordRow<Item> {
  readonly entity: string
  readonly on: readonly ChangeKind[]
  /** What it reads of an item. */
  readonly item: z.ZodType<Item>
  /** Whose doing it is; undefined for what a course's people did not do. */
  userId(item: Item): string | undefined
  /** Told twice, or told all over again from the start, it says the same. */
  happened(change: {
    readonly kind: ChangeKind
    readonly item: Item
    readonly before: Item | null
    readonly at: number
  }): Happened[]
}

/** What of an entity's changes is recorded, whatever its items are. */
export interface Recorded {
  readonly entity: string
  readonly on: readonly ChangeKind[]
  userId(change: RecordedChange): string | undefined
  events(change: RecordedChange, person: Pseudonym | undefined): RecordedEvent[]
}

export const recordRow = <Item>(row: RecordRow<Item>): Recorded => ({
  entity: row.entity,
  on: row.on,
  userId: ({ item }) => row.userId(row.item.parse(item)),
  events: ({ kind, item, before, at }, person) =>
    row
      .happened({
        ...{ kind, at, item: row.item.parse(item) },
        before: before === null ? null : row.item.parse(before),
      })
      .map((happened) => eventOf(happened, person)),
})

/**
 * Of what an event's id is made it tells nothing: in place of the person it has the pseudonym, so that whoever knows
 * a person's id cannot work out theirs.
 */
export const eventOf = (
  { key, ...facts }: Happened,
  person: Pseudonym | undefined,
): RecordedEvent => {
  const parts = [facts.event, person ?? '', facts.course, key]
  const id = createHash('sha256').update(parts.join('\n')).digest('base64url').slice(0, 22)
  // The compiler does not know each event's parts again in those of all.
  return { id, v: 1, ...facts, ...(person && { person }) } as RecordedEvent
}
