import { type PromiseName, promises } from './promises.ts'
import type { Run } from './run.ts'

export interface Edge {
  readonly name: PromiseName
  /** The most users that were tried and for whom it is kept; 0: for nobody. */
  readonly kept: number
  /** The fewest for whom it is broken; Infinity: for nobody that was tried. */
  readonly broken: number
}

export interface Sweep {
  /** Plays the same scenario with so many users. */
  readonly runOf: (users: number) => Run
  /** Where it begins to look. */
  readonly from: number
  readonly most: number
  /** How far apart `kept` and `broken` may be, as a share. */
  readonly within: number
}

const names = Object.keys(promises) as PromiseName[]

/** Finds how many users break each promise, by doubling and then by halves, since more users never mend one. */
export function sweep({ runOf, from, most, within }: Sweep): Edge[] {
  const tried = new Map<number, Record<PromiseName, boolean>>()
  const isKept = (users: number) => {
    const known = tried.get(users)
    if (known) return known
    const run = runOf(users)
    const kept = Object.fromEntries(
      names.map((name) => [name, promises[name](run).isKept]),
    ) as Record<PromiseName, boolean>
    tried.set(users, kept)
    return kept
  }
  for (let users = from; users <= most; users *= 2)
    if (Object.values(isKept(users)).every((kept) => !kept)) break
  for (let users = from; users >= 1; users = Math.floor(users / 2))
    if (Object.values(isKept(users)).every((kept) => kept)) break
  const edgeOf = (name: PromiseName): Edge => {
    const broken = Math.min(
      ...[...tried].filter(([, kept]) => !kept[name]).map(([users]) => users),
      Number.POSITIVE_INFINITY,
    )
    const kept = Math.max(
      0,
      ...[...tried].filter(([users, it]) => it[name] && users < broken).map(([users]) => users),
    )
    return { name, kept, broken }
  }
  for (const name of names)
    for (;;) {
      const { kept, broken } = edgeOf(name)
      const middle = Math.round((kept + broken) / 2)
      if (!Number.isFinite(broken) || broken - kept <= Math.max(1, within * broken)) break
      isKept(middle)
    }
  return names.map(edgeOf)
}
