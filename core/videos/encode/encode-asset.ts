import { say } from '#contract/say'
import type { Asset } from '#contract/videos/asset'
import { isOf, isUnderWay } from '#core/videos/life/asset-state'
import { enter, tag } from '#core/videos/life/enter'
import { judgeSource } from '#core/videos/source/judge-source'
import { objectionToUpload } from '#core/videos/source/objections'
import { Refusal, refusalSaid } from '#core/videos/source/refusal'
import { monthOf } from './budget.ts'
import type { EncodeDeps, EncodeOutcome } from './encode-deps.ts'
import { endAttempt } from './end-attempt.ts'
import { estimateCost } from './estimate-cost.ts'
import { chooseRungs } from './ladder.ts'
import { reuseRenditions } from './reuse-renditions.ts'
import { submitJob } from './submit-job.ts'

/**
 * Takes an uploaded version of an asset to its job, to renditions that exist, or to an end with its
 * reason: also where a service refuses what it would refuse again. May be called again at any time: it goes
 * on where an earlier call stopped and starts at most one job for an attempt.
 */
export async function encodeAsset(deps: EncodeDeps, asset: Asset): Promise<EncodeOutcome> {
  try {
    return await takeToJob(deps, asset)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    const { id: assetId, version, attempt } = asset
    const of = { version, attempt }
    deps.log.info('media.source_refused', { assetId, by: error.kind, detail: error.message })
    const reason = refusalSaid(error.kind)
    return endAttempt(deps, asset, { type: 'error', of, reason, isFree: true })
  }
}

async function takeToJob(deps: EncodeDeps, asset: Asset): Promise<EncodeOutcome> {
  const of = { version: asset.version, attempt: asset.attempt }
  if (!isUnderWay(asset, of)) return { kind: 'overtaken', asset }
  const job = (await deps.assets.getRecord(asset.id))?.job
  if (job && isOf(asset, job)) {
    await tag(deps, asset)
    return { kind: 'submitted', asset, jobId: job.id }
  }
  // What was released, or queued before an earlier call stopped, lacks nothing but its job.
  if (asset.state === 'queued' && asset.source) return submitJob(deps, asset)

  const objection = objectionToUpload(asset, deps.limits, deps.ingestBucket)
  if (objection !== null)
    return endAttempt(deps, asset, { type: 'rejected', of, reason: objection })
  const probing = await enter(deps, asset, { type: 'probing', of })
  if (!isUnderWay(probing.asset, of)) return { kind: 'overtaken', asset: probing.asset }
  const probe = await deps.transcoder.probe(deps.ingestBucket, asset.sourceKey)
  const structure = await deps.sources.readStructure(asset.sourceKey, asset.sizeBytes)
  const look = judgeSource(probe, structure, deps.limits)
  if (look.kind === 'refused')
    return endAttempt(deps, asset, { type: 'rejected', of, reason: look.reason })

  const { source } = look
  const rungs = chooseRungs(source)
  const { totalUsd: estimatedCostUsd } = estimateCost(source, rungs, deps.policy.price)
  const probed = await enter(deps, probing.asset, {
    type: 'probed',
    of,
    source,
    rungs,
    estimatedCostUsd,
  })
  if (!isUnderWay(probed.asset, of)) return { kind: 'overtaken', asset: probed.asset }
  await deps.place(probed.asset)
  const reused = await reuseRenditions(deps, probed.asset)
  if (reused) return reused
  return chargeAndSubmit(deps, probed.asset)
}

async function chargeAndSubmit(deps: EncodeDeps, asset: Asset): Promise<EncodeOutcome> {
  const of = { version: asset.version, attempt: asset.attempt }
  // To read a large source took minutes.
  const now = await deps.assets.getRecord(asset.id)
  if (!now || !isUnderWay(now.asset, of)) return { kind: 'overtaken', asset: now?.asset ?? asset }
  if (now.job && isOf(now.job, of)) return { kind: 'submitted', asset, jobId: now.job.id }
  const month = monthOf(deps.clock.now())
  const { monthlyBudgetUsd: limit, release: releasedBy } = deps.policy
  const costUsd = asset.estimatedCostUsd ?? 0
  const charge = { assetId: asset.id, ...of, month, costUsd }
  if (limit !== null && (await deps.ledger.charge(charge, limit)) === 'over_limit') {
    const left = Math.max(0, limit - (await deps.ledger.spentIn(month)))
    const reason = say('over_budget', { costUsd, leftUsd: left, releasedBy })
    return endAttempt(deps, asset, { type: 'held', of, reason })
  }
  if (limit === null) await deps.ledger.charge(charge, null)
  return submitJob(deps, asset)
}
