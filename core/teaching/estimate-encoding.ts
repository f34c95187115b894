import type { CourseId } from '#contract/ids'
import type { EncodingEstimate } from '#contract/models/asset'
import type { Actor } from '../actor.ts'
import type { Clock } from '../clock.ts'
import { type EncodingPolicy, mayRelease, monthOf } from '../media/budget.ts'
import { estimateCost } from '../media/estimate-cost.ts'
import { chooseRungs } from '../media/ladder.ts'
import { objectionToSource, type SourceLimits } from '../media/objections.ts'
import type { EncodingLedger } from '../media/ports.ts'
import { sentences } from '../media/sentences.ts'
import type { CourseRepository } from '../ports/courses.ts'
import { findOwnCourse } from './find-own-course.ts'

export interface EstimateDeps {
  readonly courses: Pick<CourseRepository, 'get'>
  readonly ledger: Pick<EncodingLedger, 'spentIn'>
  readonly policy: EncodingPolicy
  readonly limits: SourceLimits
  readonly clock: Clock
}

/** What encoding a video of this kind makes and costs, and what the month's budget says to it. */
export async function estimateEncoding(
  deps: EstimateDeps,
  {
    actor,
    courseId,
    sizeBytes,
    audioTracks,
    ...facts
  }: {
    actor: Actor
    courseId: CourseId
    durationSeconds: number
    width: number
    height: number
    frameRate: number
    interlaced: boolean
    webColour: boolean
    audioTracks: number
    sizeBytes: number
  },
): Promise<EncodingEstimate> {
  await findOwnCourse(deps, { actor, courseId })
  const audio = Array.from({ length: audioTracks }, () => ({ language: 'und', channels: 2 }))
  const source = { ...facts, videoCodec: 'unknown', container: 'unknown', audio }
  const rungs = chooseRungs(source)
  const { maxSourceBytes } = deps.limits
  const month = monthOf(deps.clock.now())
  return {
    objection:
      sizeBytes > maxSourceBytes
        ? sentences.tooLarge(sizeBytes, maxSourceBytes)
        : objectionToSource(source, deps.limits),
    rungs,
    cost: estimateCost(source, rungs, deps.policy.price),
    budget: {
      month,
      spentUsd: await deps.ledger.spentIn(month),
      limitUsd: deps.policy.monthlyBudgetUsd,
      mayRelease: mayRelease(deps.policy, actor.roles),
    },
  }
}
