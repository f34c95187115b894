import type { WarmTarget } from '#contract/capacity/warm-target'
import type { Burst } from './ports.ts'
import { beginOf, endOf } from './quarters.ts'

export interface KnownBurst extends Burst {
  /** Those who are enrolled in the course now. */
  readonly members: number
}

/**
 * Environments that bursts add to a function’s at a moment, none to spare. Of one course the largest counts alone, since
 * they are the same people; courses add up. What is less than one environment the others take along.
 */
export const needsOf =
  (bursts: readonly KnownBurst[], { perMember }: Pick<WarmTarget, 'perMember'>) =>
  (moment: Date): number => {
    const byCourse = new Map<string, number>()
    for (const { kind, courseId, at, members } of bursts)
      if (beginOf(at) <= moment && moment < endOf(at))
        byCourse.set(
          courseId,
          Math.max(byCourse.get(courseId) ?? 0, members * (perMember[kind] ?? 0)),
        )
    const sum = [...byCourse.values()].reduce((all, one) => all + one, 0)
    // Sums of fractions are a little off: 23.999999999 and 24.000000001 are 24.
    return sum < 1 ? 0 : Math.ceil(sum - 1e-6)
  }
