import { say } from '#contract/say'
import type { Asset } from '#contract/videos/asset'
import type { AssetRecord, AssetRepository } from '#core/videos/asset-ports'
import { type EncodingPolicy, monthOf } from '#core/videos/encode/budget'
import { jobFailure } from '#core/videos/encode/job-failure'
import { isOf, isUnderWay } from '#core/videos/life/asset-state'
import { type EnterDeps, type EnterMethods, enter } from '#core/videos/life/enter'
import { renditionsOfTwins } from '#core/videos/life/twins'
import { want } from '#core/videos/life/want'
import { mediaUrls } from '#core/videos/playback/publish-playback'
import type { EncodingLedger, Transcoder, TranscoderJob } from '#core/videos/ports'
import { isLate, isOfEarlierMonth, watchAgainAt } from './watch-time.ts'

export interface WatchDeps extends EnterDeps {
  readonly assets: Pick<AssetRepository, EnterMethods | 'listToWatch' | 'watchLater'>
  readonly transcoder: Pick<Transcoder, 'find'>
  readonly ledger: Pick<EncodingLedger, 'charge' | 'refund'>
  readonly policy: Pick<EncodingPolicy, 'monthlyBudgetUsd'>
}

/** Tries of one version by itself; a person may try more often. */
const MOST_ATTEMPTS = 3
/** What waits this many times its patience without a job is given up. */
const MOST_PATIENCE = 5
/** Assets of one run: MediaConvert takes a few questions a second from a whole account, and a run has five minutes. */
export const MOST_OF_A_RUN = 300

/**
 * Finds assets that nothing has moved for longer than their state should last, and moves them: by what
 * their job says when asked, by a new attempt where there is none, and at last to `failed` with a
 * reason. What a budget holds back it tries in a later month, the longest held first. A run takes a bounded
 * portion, those that are due for longest first, while `hasTime` says so. Each is put back before it is
 * looked at, so that the next run begins with others, whatever becomes of this one. Answers how many were
 * stuck, and what went wrong with some of them, which keeps it from none of the others.
 */
export async function findStuck(
  deps: WatchDeps,
  hasTime: () => boolean = () => true,
): Promise<{ stuck: number; errors: Error[] }> {
  let stuck = 0
  const errors: Error[] = []
  for (const record of await deps.assets.listToWatch(
    deps.clock.now().toISOString(),
    MOST_OF_A_RUN,
  )) {
    if (!hasTime()) break
    if (!(await putBack(deps, record))) continue
    try {
      if (await move(deps, record)) stuck += 1
    } catch (cause) {
      stuck += 1
      errors.push(new Error(`Asset ${record.asset.id} cannot be moved`, { cause }))
      await giveUp(deps, record.asset).catch((error: Error) => errors.push(error))
    }
  }
  return { stuck, errors }
}

/** False when somebody changed it just now. */
const putBack = (deps: WatchDeps, record: AssetRecord) =>
  deps.assets.watchLater(
    record,
    watchAgainAt(record.asset, jobOf(record) !== null, deps.clock.now()),
  )

/** The job of its attempt. */
const jobOf = ({ asset, job }: AssetRecord) => (job && isOf(asset, job) ? job : null)

/** What cannot be moved for that long somebody must look at. */
async function giveUp(deps: WatchDeps, asset: Asset): Promise<void> {
  if (!isUnderWay(asset, asset) || !isLate(asset, deps.clock.now(), MOST_PATIENCE)) return
  const reason = say('encoding_stuck', { attempts: asset.attempt })
  await enter(deps, asset, { type: 'error', of: asset, reason })
}

/** Answers whether it was stuck: a job that waits or works on is not. */
async function move(deps: WatchDeps, record: AssetRecord): Promise<boolean> {
  const { asset } = record
  const { id: assetId, state } = asset
  if (state === 'deleting') {
    await deps.events.command('delete', assetId)
    return true
  }
  if (state === 'held') {
    await tryInNewMonth(deps, record)
    return false
  }
  const renditions = state === 'probing' && (await renditionsOfTwins(deps.assets, record))
  if (renditions === 'awaited') return false
  const job = jobOf(record)
  const found = job && (await deps.transcoder.find(job.id))
  if (found?.status === 'submitted') return false
  if (!found && !isLate(asset, deps.clock.now())) return false
  deps.log.info('media.asset_stuck', { assetId, state, job: found?.status ?? 'none' })
  if (found) return applyFound(deps, asset, found)
  await beginAnew(deps, asset)
  return true
}

/** In another month than that in which it was held back: what has no room in its budget either stays so. */
async function tryInNewMonth(deps: WatchDeps, record: AssetRecord): Promise<void> {
  const { asset } = record
  const { id: assetId, version, attempt, estimatedCostUsd } = asset
  if (!isOfEarlierMonth(asset, deps.clock.now())) return
  const month = monthOf(deps.clock.now())
  const note = say('month_began')
  // What the same content was or is being encoded to costs nothing again.
  const isFree = (await renditionsOfTwins(deps.assets, record)) !== 'none'
  if (!isFree) {
    const charge = { assetId, version, attempt, month, costUsd: estimatedCostUsd ?? 0 }
    if ((await deps.ledger.charge(charge, deps.policy.monthlyBudgetUsd)) === 'over_limit') return
  }
  const event = isFree
    ? ({ type: 'restarted', of: { version, attempt }, note } as const)
    : ({ type: 'released', note } as const)
  await want(deps, asset, event)
}

/** What its job says, as if its event had come. */
async function applyFound(deps: WatchDeps, asset: Asset, job: TranscoderJob): Promise<boolean> {
  const of = { version: asset.version, attempt: asset.attempt }
  switch (job.status) {
    case 'submitted':
      return false
    case 'progressing':
      await enter(deps, asset, {
        type: 'progress',
        of,
        phase: job.phase,
        percent: job.percent,
      })
      return false
    case 'complete':
      if (asset.courseId)
        await enter(deps, asset, {
          type: 'complete',
          of,
          ...mediaUrls(asset.courseId, asset.id),
        })
      return true
    case 'error': {
      const reason = jobFailure(job.error ?? { detail: null, errorCode: null })
      await enter(deps, asset, { type: 'error', of, reason, isFree: true })
      return true
    }
    case 'canceled':
      await enter(deps, asset, { type: 'error', of, reason: say('encoding_cancelled') })
      return true
  }
}

async function beginAnew(deps: WatchDeps, asset: Asset): Promise<void> {
  const of = { version: asset.version, attempt: asset.attempt }
  // Released or queued, and only its job is missing: a new attempt would be held back once more.
  const lacksJob = asset.state === 'queued'
  if (lacksJob ? isLate(asset, deps.clock.now(), MOST_PATIENCE) : asset.attempt >= MOST_ATTEMPTS) {
    const reason = say('encoding_stuck', { attempts: asset.attempt })
    await enter(deps, asset, { type: 'error', of, reason })
    return
  }
  if (lacksJob) await deps.events.command('encode', asset.id)
  else await want(deps, asset, { type: 'restarted', of, note: say('restarted') })
}
