import { assumed, facts } from './facts.ts'

/**
 * What the target is a share of. `concurrency`: provisioned environments that are busy, as Lambda measures it
 * (`ProvisionedConcurrencyUtilization`). `calls`: what they were asked for, each call for as long as it ran and a tenth
 * of a second at least, which counts what spilled over too (ADR 19).
 */
export const trackings = ['concurrency', 'calls'] as const
export type Tracking = (typeof trackings)[number]

export interface Bounds {
  readonly min: number
  readonly max: number
  readonly utilisationPercent: number
}

/** What was seen in a minute of one function. */
export interface Minute {
  readonly calls: number
  /** For which environments ran, of all calls. */
  readonly busySeconds: number
  /** For which provisioned ones ran. */
  readonly provisionedBusySeconds: number
  readonly provisioned: number
}

/** Our policy's (`lib/constructs/warm-environments.ts`); Lambda's own metric has none. */
const COOLDOWN: Readonly<Record<Tracking, number>> = { concurrency: 0, calls: 300 }

/**
 * Application Auto Scaling of one function's provisioned environments: after three minutes above the target as many
 * more as the last of them tells, after fifteen well below it a few fewer. While Lambda allocates, nothing else is
 * asked for.
 */
export class TargetTracking {
  readonly #tracking: Tracking
  readonly #bounds: Bounds
  readonly #points: number[] = []
  #wanted: number
  #thereAt = 0
  #pausedUntil = 0

  constructor(tracking: Tracking, bounds: Bounds, provisioned: number) {
    this.#tracking = tracking
    this.#bounds = bounds
    this.#wanted = provisioned
  }

  /**
   * Called at the end of each minute.
   * @returns how many are asked for, and when they are there; undefined where nothing changes
   */
  see(now: number, minute: Minute): { count: number; at: number } | undefined {
    // What was measured before the environments were there says nothing of them; AWS does not say whether it counts.
    if (now < this.#thereAt) this.#points.length = 0
    else this.#points.push(utilisationOf(this.#tracking, minute))
    if (this.#points.length > 60) this.#points.shift()
    if (now < this.#thereAt || now < this.#pausedUntil) return undefined
    const seen = this.#points.slice(0, -assumed.metricLateSeconds / 60)
    const count = this.#wants(seen, minute.provisioned)
    return count === this.#wanted ? undefined : this.allocate(now, count, minute.provisioned)
  }

  /** Asks for so many, whoever wants them: a schedule, a new version. */
  allocate(now: number, count: number, provisioned: number): { count: number; at: number } {
    const { preparationSeconds, perSecond } = facts.lambda.allocation
    const more = Math.max(0, count - provisioned)
    this.#wanted = count
    this.#thereAt = more === 0 ? now : now + preparationSeconds + more / perSecond
    this.#pausedUntil = now + COOLDOWN[this.#tracking]
    return { count, at: this.#thereAt }
  }

  #wants(seen: readonly number[], provisioned: number): number {
    const { pointsOut, pointsIn, belowTarget } = facts.tracking
    const { min, max } = this.#bounds
    const target = this.#bounds.utilisationPercent / 100
    const latest = seen.at(-1) ?? 0
    const areAll = (count: number, is: (point: number) => boolean) =>
      seen.length >= count && seen.slice(-count).every(is)
    if (areAll(pointsOut, (point) => point > target))
      return Math.min(max, Math.max(this.#wanted, Math.ceil((provisioned * latest) / target)))
    if (!areAll(pointsIn, (point) => point < target * belowTarget)) return this.#wanted
    const fewest = Math.ceil((provisioned * latest) / target)
    const step = Math.max(1, Math.floor(provisioned * assumed.stepIn))
    return Math.max(min, fewest, provisioned - step)
  }
}

/** Of one minute, 1 where all is in use; of calls it may be more. */
export function utilisationOf(tracking: Tracking, minute: Minute): number {
  const { calls, busySeconds, provisionedBusySeconds, provisioned } = minute
  if (provisioned === 0) return 0
  const seconds =
    tracking === 'concurrency'
      ? provisionedBusySeconds
      : Math.max(busySeconds, calls / facts.lambda.callsPerEnvironment)
  return seconds / 60 / provisioned
}
