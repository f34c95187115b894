import { say } from '#contract/say'
import type { Asset } from '#contract/videos/asset'
import type { AssetRepository } from '#core/videos/asset-ports'
import { isOf, isUnderWay } from '#core/videos/life/asset-state'
import { type EnterDeps, type EnterMethods, enter } from '#core/videos/life/enter'
import type { Transcoder } from '#core/videos/ports'
import type { EncodingPolicy } from './budget.ts'
import type { EncodeOutcome } from './encode-deps.ts'
import { endAttempt } from './end-attempt.ts'

interface SubmitDeps extends EnterDeps {
  readonly assets: Pick<AssetRepository, EnterMethods | 'noteJob'>
  readonly transcoder: Pick<Transcoder, 'submit' | 'cancel'>
  readonly policy: Pick<EncodingPolicy, 'price'>
}

/**
 * Starts the one job of an attempt at a version whose facts are known. What the transcoder refuses fails the
 * asset at once, with the reason; what may pass by itself is thrown, to be called again.
 */
export async function submitJob(deps: SubmitDeps, asset: Asset): Promise<EncodeOutcome> {
  const { id: assetId, courseId, version, attempt, source, rungs, sourceKey } = asset
  if (!courseId || !source) throw new Error(`Asset ${assetId} is not known enough to be encoded`)
  const of = { version, attempt }
  // Queued before the job starts and nothing after it: a short job may have ended by then, and a
  // write from here would take its asset back.
  const { asset: queued } = await enter(deps, asset, { type: 'submitted', of })
  if (!isUnderWay(queued, of)) return { kind: 'overtaken', asset: queued }
  const submitted = await deps.transcoder.submit({
    assetId,
    courseId,
    version,
    attempt,
    input: { bucket: deps.ingestBucket, key: sourceKey },
    source,
    rungs,
    normaliseLoudness: deps.policy.price.normaliseLoudness,
  })
  if (submitted.kind === 'refused') {
    deps.log.info('media.job_refused', { assetId, by: submitted.by })
    const { by, detail } = submitted
    const reason = say('job_refused', { by, detail })
    return endAttempt(deps, queued, { type: 'error', of, reason, isFree: true })
  }
  const { jobId } = submitted
  await deps.assets.noteJob(assetId, { id: jobId, version, attempt })
  deps.log.info('media.job_submitted', { assetId, jobId })
  // Who cancelled, replaced or deleted it just now found no job to stop; and another call may have been quicker.
  const record = await deps.assets.getRecord(assetId)
  const now = record?.asset
  const isWanted = now && (now.state === 'ready' || isUnderWay(now, of))
  const isFirst = !record?.job || !isOf(record.job, of) || record.job.id === jobId
  if (isWanted && isFirst) return { kind: 'submitted', asset: queued, jobId }
  await deps.transcoder.cancel(jobId)
  return isWanted && record.job
    ? { kind: 'submitted', asset: queued, jobId: record.job.id }
    : { kind: 'overtaken', asset: now ?? queued }
}
