import type { KnownAs } from '#core/enrolments/ports'
import { folded, nameBeginnings, nameOrder } from '#core/people/search-terms'
import type { RosterEntryItem } from './entity.ts'
import { entryOf, type RosterList } from './keys.ts'

interface Listed extends KnownAs {
  readonly courseId: string
  readonly userId: string
}

/** All lines of a learner in a course. */
export function entriesOf({ courseId, userId, name, address }: Listed): RosterEntryItem[] {
  const line = (list: RosterList, text: string) => ({
    ...{ courseId, userId },
    // What is typed holds no such sign, so an entry begins with all of what is looked for, or ends before it.
    entry: `${entryOf(list, text)}\u0001${userId}`,
  })
  return [
    line('name', nameOrder(name)),
    ...nameBeginnings(name).map((text) => line('word', text)),
    ...(address === '' ? [] : [line('address', folded(address))]),
  ]
}
