import type { CourseId } from '#contract/ids'
import type { EncodingBudget, Rung } from '#contract/models/asset'
import type { Actor } from '../actor.ts'
import type { Clock } from '../clock.ts'
import { type EncodingPolicy, mayRelease, monthOf } from '../media/budget.ts'
import { estimateCost } from '../media/estimate-cost.ts'
import { chooseRungs } from '../media/ladder.ts'
import type { EncodingLedger } from '../media/ports.ts'
import type { CourseRepository } from '../ports/courses.ts'
import { findOwnCourse } from './find-own-course.ts'

export interface EstimateDeps {
  readonly courses: CourseRepository
  readonly ledger: Pick<EncodingLedger, 'spentIn'>
  readonly policy: EncodingPolicy
  readonly clock: Clock
}

/** What encoding a video of this kind makes and costs, and what the month's budget says to it. */
export async function estimateEncoding(
  deps: EstimateDeps,
  {
    actor,
    courseId,
    ...facts
  }: {
    actor: Actor
    courseId: CourseId
    durationSeconds: number
    width: number
    height: number
    frameRate: number
  },
): Promise<{ rungs: Rung[]; estimatedCostUsd: number; budget: EncodingBudget }> {
  await findOwnCourse(deps, { actor, courseId })
  const source = { ...facts, videoCodec: 'unknown', container: 'unknown', audio: [] }
  const rungs = chooseRungs(source)
  const month = monthOf(deps.clock.now())
  return {
    rungs,
    estimatedCostUsd: estimateCost(source, rungs),
    budget: {
      month,
      spentUsd: await deps.ledger.spentIn(month),
      limitUsd: deps.policy.monthlyBudgetUsd,
      mayRelease: mayRelease(deps.policy, actor.roles),
    },
  }
}
