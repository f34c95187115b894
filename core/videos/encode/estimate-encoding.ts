import type { CourseId } from '#contract/platform/ids'
import type { UploadSettings } from '#contract/platform/media-settings'
import type { EncodingEstimate } from '#contract/videos/asset'
import { findOwnCourse } from '#core/access/own-course'
import type { MembershipReader } from '#core/access/ports'
import type { CourseRepository } from '#core/courses/ports'
import type { Actor } from '#core/platform/actor'
import type { Clock } from '#core/platform/clock'
import type { EncodingLedger } from '#core/videos/ports'
import { objectionToSize, objectionToSource } from '#core/videos/source/objections'
import { type EncodingPolicy, mayRelease, monthOf } from './budget.ts'
import { estimateCost } from './estimate-cost.ts'
import { chooseRungs } from './ladder.ts'

export interface EstimateDeps {
  readonly courses: Pick<CourseRepository, 'get'>
  readonly memberships: MembershipReader
  readonly ledger: Pick<EncodingLedger, 'spentIn'>
  readonly policy: EncodingPolicy
  readonly limits: UploadSettings
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
  await findOwnCourse(deps, { actor, courseId }, 'media')
  const audio = Array.from({ length: audioTracks }, () => ({ language: 'und', channels: 2 }))
  const source = { ...facts, videoCodec: 'unknown', container: 'unknown', audio }
  const rungs = chooseRungs(source)
  const { maxBytes } = deps.limits
  const month = monthOf(deps.clock.now())
  return {
    objection: objectionToSize(sizeBytes, maxBytes) ?? objectionToSource(source, deps.limits),
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
