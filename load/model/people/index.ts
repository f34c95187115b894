import { browsing } from './browsing.ts'
import { contentTeam } from './content-team.ts'
import type { PersonKind, RouteId } from './person.ts'
import { reading } from './reading.ts'
import { teaching } from './teaching.ts'
import { watching } from './watching.ts'

/** Everybody who is there, in shares that sum to 1. Another kind is a file and a line here. */
export const people = everyRouteCalled({ browsing, watching, reading, teaching, contentTeam })

type People = Readonly<Record<string, PersonKind>>
type Called<P extends People> = {
  [K in keyof P]: KeyOfEach<P[K]['steps'][number]['calls']>
}[keyof P]
type KeyOfEach<C> = C extends unknown ? keyof C : never

/** Does not compile while nobody calls a route of the contract; the error names it. */
function everyRouteCalled<const P extends People>(
  all: P &
    ([Exclude<RouteId, Called<P>>] extends [never]
      ? unknown
      : { nobodyCalls: Exclude<RouteId, Called<P>> }),
): Readonly<Record<keyof P, PersonKind>> {
  return all
}
