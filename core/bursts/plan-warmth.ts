import type { WarmTarget } from '#contract/capacity/warm-target'
import { type KnownBurst, needsOf } from './needs-of.ts'
import type { Bounds, PlannedBounds, WarmState } from './ports.ts'
import { beginOf, endOf } from './quarters.ts'
import { settledBoundsOf } from './settled-bounds.ts'

const MINUTE = 60_000
/** Of the 200 that a target may have: twice as many while old ones are replaced, and the other half is the settings’. */
export const MOST_PLANNED = 50

export interface Warmth {
  /** By time, each after the moment `soon`. */
  readonly planned: readonly PlannedBounds[]
  /** At the highest: by how much the least is raised, what it is then, and what bursts ask for and do not get. */
  readonly raised: number
  readonly least: number
  readonly missing: number
}

interface Asked {
  readonly target: WarmTarget
  readonly bursts: readonly KnownBurst[]
  readonly now: Date
  /** What the account lets bursts have of what they need. */
  readonly share: number
}

/**
 * When which bounds hold, so that known bursts find environments warm. What the settings’ own schedule sets in the midst
 * of a burst is raised again a minute later, since its actions know nothing of bursts; at the end they hold again.
 */
export function planWarmth(asked: Asked): Warmth {
  const { target, bursts, now, share } = asked
  const needs = needsOf(bursts, target)
  const soon = soonAfter(now)
  const edges = bursts.flatMap(({ at }) => [beginOf(at), endOf(at)])
  const last = Math.max(+soon, ...edges.map(Number))
  const settled = settledBoundsOf(target, {
    from: new Date(+soon - MINUTE),
    until: new Date(last + MINUTE),
  })
  const boundsAt = boundsBy({ settled, needs, share })
  const again = settled.changes.map((at) => new Date(+at + MINUTE))
  const isAgain = new Set(again.map(Number))
  const moments = [...new Set([...edges, ...again].map(Number))].filter((at) => at > +soon)
  const planned = moments
    .toSorted((a, b) => a - b)
    .flatMap((time): PlannedBounds[] => {
      const [before, at] = [new Date(time - 1), new Date(time)]
      const kind = kindOf(needs(before), needs(at))
      const bounds = boundsAt(at)
      const isSame = isEqual(bounds, boundsAt(before)) && !isAgain.has(time)
      return kind && !isSame ? [{ name: nameOf(kind, at), at, ...bounds }] : []
    })
  if (planned.length > MOST_PLANNED) return planWarmth({ ...asked, bursts: withoutLatest(bursts) })
  const peaks = [+soon, ...moments].map((time) => {
    const at = new Date(time)
    const { min } = boundsAt(at)
    const raised = min - settled.at(at).min
    return { raised, least: min, missing: needs(at) - raised }
  })
  const most = (of: keyof (typeof peaks)[number]) => Math.max(...peaks.map((peak) => peak[of]))
  return { planned, raised: most('raised'), least: most('least'), missing: most('missing') }
}

/**
 * What has to be set at once: a burst that is under way has not what it needs, or one that raised the bounds is no more.
 * Bounds that somebody else raised are left as they are.
 */
export function correctionOf(
  { target, bursts, now, share }: Asked,
  state: WarmState,
): PlannedBounds | null {
  const soon = soonAfter(now)
  const settled = settledBoundsOf(target, { from: now, until: new Date(+soon + MINUTE) })
  const needs = needsOf(bursts, target)
  const bounds = boundsBy({ settled, needs, share })(soon)
  const need = needs(soon)
  const [next] = state.planned.filter(({ at }) => at > now).toSorted((a, b) => +a.at - +b.at)
  // Whatever is planned begins with a beginning, unless that is over.
  const isRaised = next !== undefined && !next.name.startsWith(`${PREFIX}begin-`)
  const isShort = need > 0 && (state.min < bounds.min || state.max < bounds.max)
  // It may come before it is taken back.
  const isDue = next !== undefined && next.at <= soon
  if (!isShort && !isDue && !(isRaised && !isEqual(state, bounds))) return null
  return { name: nameOf(need > 0 ? 'change' : 'end', soon), at: soon, ...bounds }
}

const boundsBy =
  ({
    settled,
    needs,
    share,
  }: {
    settled: ReturnType<typeof settledBoundsOf>
    needs: (moment: Date) => number
    share: number
  }) =>
  (moment: Date): Bounds => {
    const { min: floor, max } = settled.at(moment)
    const min = Math.max(floor, Math.min(settled.most, floor + Math.floor(needs(moment) * share)))
    return { min, max: Math.max(max, min) }
  }

/** An action of the past is refused: the next whole minute that is half a minute away. */
const soonAfter = (now: Date) => new Date(Math.ceil((+now + MINUTE / 2) / MINUTE) * MINUTE)

const kindOf = (before: number, at: number) =>
  before === 0 ? (at === 0 ? null : 'begin') : at === 0 ? 'end' : 'change'

/** What this plans bears it, beside what the settings schedule. */
export const PREFIX = 'burst-'

/** https://docs.aws.amazon.com/autoscaling/application/APIReference/API_PutScheduledAction.html: no colon, no slash. */
const nameOf = (kind: 'begin' | 'change' | 'end', at: Date) =>
  `${PREFIX}${kind}-${at.toISOString().slice(0, 16).replaceAll(/[-:]/g, '')}Z`

export const isEqual = (one: Bounds, other: Bounds) =>
  one.min === other.min && one.max === other.max

const withoutLatest = (bursts: readonly KnownBurst[]) => {
  const latest = Math.max(...bursts.map(({ at }) => +at))
  return bursts.filter(({ at }) => +at < latest)
}
