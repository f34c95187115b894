import { parseScheduled } from '#contract/capacity/scheduled-times'
import type { WarmTarget } from '#contract/capacity/warm-target'
import type { Bounds } from './ports.ts'

/** What the settings say of a function’s warm environments over a while, with no burst at all. */
export interface SettledBounds {
  at(moment: Date): Bounds
  /** When the schedule sets bounds, whether they are others or not. */
  readonly changes: readonly Date[]
  /** The most that the settings ever let it have. */
  readonly most: number
}

interface Step {
  readonly at: Date
  readonly bounds: Bounds
}

/** The end is left out. */
export function settledBoundsOf(
  { min, max, schedule }: WarmTarget,
  { from, until }: { from: Date; until: Date },
): SettledBounds {
  const entries = schedule.map(([at, timezone, min, max]) => ({
    times: parseScheduled(at, timezone),
    bounds: { min, max },
  }))
  const before = entries.flatMap(({ times, bounds }): Step[] => {
    const at = times.lastUntil(from)
    return at ? [{ at, bounds }] : []
  })
  const steps = entries.flatMap(({ times, bounds }) =>
    times.between(from, until).map((at): Step => ({ at, bounds })),
  )
  // Of two at once the later in the list stands.
  const all = [...before, ...steps].toSorted((one, other) => +one.at - +other.at)
  return {
    at: (moment) => all.findLast(({ at }) => at <= moment)?.bounds ?? { min, max },
    changes: steps.map(({ at }) => at),
    most: Math.max(max, ...schedule.map(([, , , most]) => most)),
  }
}
