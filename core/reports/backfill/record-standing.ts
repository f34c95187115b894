import type { Pseudonym } from '#contract/events/recorded-event'
import type { PeopleRegister } from '#core/reports/ports'
import {
  eventsThatStood,
  type StandingItem,
  type Told,
  userIdOfStanding,
} from './events-that-stood.ts'

interface Deps {
  readonly register: PeopleRegister
  /** From when on the lake has all from the table's stream; epoch milliseconds. */
  readonly recordedFrom: number
}

/** What some items tell, and how many are not as their entity writes them. Rejects where the register does not answer. */
export async function recordStanding(
  { register, recordedFrom }: Deps,
  items: readonly StandingItem[],
): Promise<{ readonly told: Told[]; readonly unread: number }> {
  let unread = 0
  const read = <T>(reading: () => T[]): T[] => {
    try {
      return reading()
    } catch {
      unread += 1
      return []
    }
  }
  const known = items.flatMap((one) => read(() => [{ one, userId: userIdOfStanding(one) }]))
  const userIds = new Set(known.flatMap(({ userId }) => userId ?? []))
  const people = new Map<string | undefined, Pseudonym>(
    await Promise.all(
      Array.from(userIds, async (id) => [id, await register.pseudonymOf(id)] as const),
    ),
  )
  const told = known.flatMap(({ one, userId }) =>
    read(() => eventsThatStood(one, recordedFrom, people.get(userId))),
  )
  return { told, unread }
}
