import { type BurstName, burstNames } from '#contract/bursts/kinds/index'
import type { WarmTarget } from '#contract/capacity/warm-target'
import type { Clock } from '#core/platform/clock'
import type { KnownBurst } from './needs-of.ts'
import { correctionOf, isEqual, planWarmth, type Warmth } from './plan-warmth.ts'
import type { AccountQuota, BurstRepository, PlannedBounds, WarmTargets } from './ports.ts'
import { earliestOpen } from './quarters.ts'

/** A night: should nothing plan any more, the alarm has so long to be heard. */
const AHEAD = 12 * 3_600_000

export interface WarmDeps {
  readonly bursts: Pick<BurstRepository, 'list'>
  /** By course, how many are enrolled. */
  readonly members: (courseIds: readonly string[]) => Promise<ReadonlyMap<string, number>>
  readonly warm: WarmTargets
  readonly quota: AccountQuota
  readonly clock: Clock
}

/** What became of a function’s plan. */
export interface Warmed extends Pick<Warmth, 'raised' | 'missing'> {
  readonly resourceId: string
  readonly put: readonly string[]
  readonly removed: readonly string[]
}

export interface WarmOutcome {
  readonly bursts: number
  readonly warmed: readonly Warmed[]
  /** Functions whose plan could not be brought up to date; the others’ was. */
  readonly failed: readonly { readonly resourceId: string; readonly error: unknown }[]
}

/** Brings what is planned for each function in line with the bursts that are known now. */
export async function warmForBursts(
  deps: WarmDeps,
  { targets }: { targets: readonly WarmTarget[] },
): Promise<WarmOutcome> {
  const now = deps.clock.now()
  const bursts = await knownBursts(deps, now)
  const share = bursts.length > 0 ? await shareOfAccount(deps.quota, targets, bursts, now) : 1
  const outcome = { warmed: [] as Warmed[], failed: [] as { resourceId: string; error: unknown }[] }
  for (const target of targets) {
    const { resourceId } = target
    try {
      outcome.warmed.push(await bringInLine(deps.warm, { target, bursts, now, share }))
    } catch (error) {
      outcome.failed.push({ resourceId, error })
    }
  }
  return { bursts: bursts.length, ...outcome }
}

async function knownBursts({ bursts, members }: WarmDeps, now: Date): Promise<KnownBurst[]> {
  const until = new Date(+now + AHEAD)
  const list = (kind: BurstName) => bursts.list(kind, earliestOpen(now), until)
  const found = (await Promise.all(burstNames.map(list))).flat()
  const counts = await members([...new Set(found.map(({ courseId }) => courseId))])
  return found.map((burst) => ({ ...burst, members: counts.get(burst.courseId) ?? 0 }))
}

/**
 * All of what bursts need, or what the account lets them have. Lambda refuses a number that it cannot give, and then
 * none more would be warm.
 */
async function shareOfAccount(
  quota: AccountQuota,
  targets: readonly WarmTarget[],
  bursts: readonly KnownBurst[],
  now: Date,
): Promise<number> {
  const warmths = targets.map((target) => planWarmth({ target, bursts, now, share: 1 }))
  const sumOf = (of: (warmth: Warmth) => number) =>
    warmths.reduce((sum, warmth) => sum + of(warmth), 0)
  const raised = sumOf((warmth) => warmth.raised)
  if (raised === 0) return 1
  const settled = sumOf(({ least, raised }) => least - raised)
  return Math.min(1, Math.max(0, ((await quota.warmAtMost()) - settled) / raised))
}

type Planning = Parameters<typeof planWarmth>[0]

async function bringInLine(warm: WarmTargets, planning: Planning): Promise<Warmed> {
  const { resourceId } = planning.target
  const state = await warm.read(resourceId)
  const { planned, raised, missing } = planWarmth(planning)
  const correction = correctionOf(planning, state)
  const wanted = correction ? [correction, ...planned] : planned
  const stands = new Map(state.planned.map((one) => [one.name, one]))
  const isThere = (one: PlannedBounds) => {
    const known = stands.get(one.name)
    return known !== undefined && +known.at === +one.at && isEqual(known, one)
  }
  // The last first: no beginning is ever there without its end.
  const put = wanted.filter((one) => !isThere(one)).toReversed()
  for (const one of put) await warm.put(resourceId, one)
  const names = new Set(wanted.map(({ name }) => name))
  const removed = state.planned.map(({ name }) => name).filter((name) => !names.has(name))
  for (const name of removed) await warm.remove(resourceId, name)
  return { resourceId, raised, missing, put: put.map(({ name }) => name), removed }
}
