/** What stands in an order: modules of a course, or lessons of a module. */
export interface Placed {
  readonly id: string
  readonly position: number
}

/** Ascending; equal positions by id, so that the order never flickers. */
export const inOrder = <T extends Placed>(items: readonly T[]): T[] =>
  items.toSorted((a, b) => a.position - b.position || (a.id < b.id ? -1 : 1))

/** A position behind all of these. */
export const positionAtEnd = (items: readonly Pick<Placed, 'position'>[]): number =>
  items.reduce((last, { position }) => Math.max(last, position), 0) + 1

/** Far above what a double can tell apart among positions below a billion. */
const LEAST_GAP = 2 ** -20

/**
 * The new positions that put an item behind `after` (null: before all): its own, and those of the following
 * ones that must make room, since positions may be equal or too near each other to stand between. None
 * where it stands there already.
 */
export function placeBehind(
  items: readonly Placed[],
  id: string,
  after: string | null,
): ReadonlyMap<string, number> {
  const before = inOrder(items)
  const at = before.findIndex((item) => item.id === id)
  if ((before[at - 1]?.id ?? null) === after) return new Map()
  const others = before.filter((item) => item.id !== id)
  const start = others.findIndex((item) => item.id === after) + 1
  const first = others[0]
  if (start === 0) return new Map([[id, first ? first.position - 1 : 1]])
  const low = others[start - 1]?.position ?? 0
  let end = start
  for (; end < others.length; end += 1) {
    const gap = (others[end]?.position ?? 0) - low
    if (gap / (end - start + 2) >= LEAST_GAP) break
  }
  const moved = [id, ...others.slice(start, end).map((item) => item.id)]
  const high = others[end]?.position ?? low + moved.length + 1
  const step = (high - low) / (moved.length + 1)
  return new Map(moved.map((one, index) => [one, low + step * (index + 1)]))
}
