/** What was, is and may be again. */
export interface UndoHistory<T> {
  readonly past: readonly T[]
  readonly present: T
  readonly future: readonly T[]
  /** What the last change was about: more of the same is undone with it in one go. */
  readonly last: string | null
}

const DEPTH = 200

export const startHistory = <T>(present: T): UndoHistory<T> => ({
  past: [],
  present,
  future: [],
  last: null,
})

/** After a change; `about` joins it to the one before, as the keys of one word are. */
export function changed<T>(
  history: UndoHistory<T>,
  present: T,
  about: string | null = null,
): UndoHistory<T> {
  if (present === history.present) return history
  const joined = about !== null && about === history.last
  const past = joined ? history.past : [...history.past, history.present].slice(-DEPTH)
  return { past, present, future: [], last: about }
}

export function undone<T>({ past, present, future, last }: UndoHistory<T>): UndoHistory<T> {
  const before = past.at(-1)
  return before === undefined
    ? { past, present, future, last }
    : { past: past.slice(0, -1), present: before, future: [present, ...future], last: null }
}

export function redone<T>({ past, present, future, last }: UndoHistory<T>): UndoHistory<T> {
  const [after, ...rest] = future
  return after === undefined
    ? { past, present, future, last }
    : { past: [...past, present], present: after, future: rest, last: null }
}
