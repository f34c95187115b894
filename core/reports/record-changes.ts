import type { Pseudonym } from '#contract/events/recorded-event'
import type { EventRecorder, PeopleRegister } from './ports.ts'
import { recordedEventsOf, userIdOf } from './recorded-events-of.ts'
import type { RecordedChange } from './rows/record-row.ts'

export interface RecordDeps {
  readonly register: PeopleRegister
  readonly recorder: EventRecorder
}

export interface RecordOutcome<C> {
  readonly events: number
  /** Changes of items that are not as their entity writes them. */
  readonly unread: readonly { readonly change: C; readonly error: unknown }[]
}

/** Records what follows from changes of the table. Rejects where a service does not answer: then all is to be told again. */
export async function recordChanges<C extends RecordedChange>(
  { register, recorder }: RecordDeps,
  changes: readonly C[],
): Promise<RecordOutcome<C>> {
  const unread: { change: C; error: unknown }[] = []
  const read = <T>(change: C, reading: () => T): T[] => {
    try {
      return [reading()]
    } catch (error) {
      unread.push({ change, error })
      return []
    }
  }
  const told = changes.flatMap((change) =>
    read(change, () => ({ change, userId: userIdOf(change) })),
  )
  const userIds = new Set(told.flatMap(({ userId }) => userId ?? []))
  const people = new Map<string | undefined, Pseudonym>(
    await Promise.all(
      Array.from(userIds, async (id) => [id, await register.pseudonymOf(id)] as const),
    ),
  )
  const events = told
    .flatMap(({ change, userId }) =>
      read(change, () => recordedEventsOf(change, people.get(userId))),
    )
    .flat()
  await recorder.put(events)
  return { events: events.length, unread }
}
