import type { Asset, AssetState } from '#contract/models/asset'
import type { AssetRecord, AssetRepository } from '#core/ports/assets'
import { tryAdvance } from './advance-asset.ts'
import { isOf, isUnderWay } from './asset-state.ts'
import { type EncodingPolicy, monthOf } from './budget.ts'
import type { EncodingLedger, MediaEvents, Transcoder, TranscoderJob } from './ports.ts'
import { mediaUrls } from './publish-playback.ts'
import { sentences } from './sentences.ts'
import { applyJobReport, type ReportDeps } from './track-job.ts'
import { renditionsOfTwins } from './twins.ts'

export interface WatchDeps extends ReportDeps {
  readonly assets: ReportDeps['assets'] & Pick<AssetRepository, 'listUnderWay'>
  readonly transcoder: Pick<Transcoder, 'find'>
  readonly events: MediaEvents
  readonly ledger: Pick<EncodingLedger, 'charge' | 'refund'>
  readonly policy: Pick<EncodingPolicy, 'monthlyBudgetUsd'>
}

/**
 * Minutes without any change after which an asset counts as stuck. A worker runs at most 15 minutes and
 * is tried again within the hour; a job that runs tells of itself every ten seconds, one that waits in
 * MediaConvert's queue is asked for.
 */
const PATIENCE: Partial<Record<AssetState, number>> = {
  uploaded: 30,
  probing: 30,
  queued: 20,
  transcoding: 20,
  deleting: 20,
}

const LEAST_PATIENCE = 20
/** Tries of one version by itself; a person may try more often. */
const MOST_ATTEMPTS = 3
/** What waits this many times its patience without a job is given up. */
const MOST_PATIENCE = 5
const PAGE = 200

/**
 * Finds assets that nothing has moved for longer than their state should last, and moves them: by what
 * their job says when asked, by a new attempt where there is none, and at last to `failed` with a
 * sentence. What a budget holds back it tries in a later month, the longest held first. Answers how many were
 * stuck, and what went wrong with some of them, which keeps it from none of the others.
 */
export async function findStuck(deps: WatchDeps): Promise<{ stuck: number; errors: Error[] }> {
  let stuck = 0
  const errors: Error[] = []
  let cursor: string | undefined
  do {
    const page = { cursor, limit: PAGE }
    const { items, nextCursor } = await deps.assets.listUnderWay(ago(deps, LEAST_PATIENCE), page)
    for (const record of items) {
      if (!isLate(deps, record.asset)) continue
      try {
        if (await move(deps, record)) stuck += 1
      } catch (cause) {
        stuck += 1
        errors.push(new Error(`Asset ${record.asset.id} cannot be moved`, { cause }))
        await giveUp(deps, record.asset).catch((error: Error) => errors.push(error))
      }
    }
    cursor = nextCursor ?? undefined
  } while (cursor)
  return { stuck, errors }
}

/** What cannot be moved for that long somebody must look at. */
async function giveUp(deps: WatchDeps, asset: Asset): Promise<void> {
  if (!isUnderWay(asset, asset) || !isLate(deps, asset, MOST_PATIENCE)) return
  const reason = sentences.stuck(asset.attempt)
  await applyJobReport(deps, asset, { type: 'error', of: asset, reason })
}

const isLate = (deps: WatchDeps, { state, updatedAt }: Asset, times = 1) =>
  updatedAt < ago(deps, (PATIENCE[state] ?? LEAST_PATIENCE) * times)

const ago = (deps: WatchDeps, minutes: number) =>
  new Date(deps.now().getTime() - minutes * 60_000).toISOString()

/** Answers whether it was stuck: a job that waits or works on is not. */
async function move(deps: WatchDeps, record: AssetRecord): Promise<boolean> {
  const { asset, job } = record
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
  const found = job && isOf(asset, job) ? await deps.transcoder.find(job.id) : null
  if (found?.status === 'submitted') return false
  deps.log.info('media.asset_stuck', { assetId, state, job: found?.status ?? 'none' })
  if (found) return applyFound(deps, asset, found)
  await beginAnew(deps, asset)
  return true
}

/** In another month than that in which it was held back: what has no room in its budget either stays so. */
async function tryInNewMonth(deps: WatchDeps, record: AssetRecord): Promise<void> {
  const { asset } = record
  const { id: assetId, version, attempt, estimatedCostUsd } = asset
  const heldAt = asset.history.findLast(({ state }) => state === 'held')?.at ?? asset.updatedAt
  const month = monthOf(deps.now())
  if (monthOf(new Date(heldAt)) === month) return
  const note = sentences.monthBegan()
  // What the same content was or is being encoded to costs nothing again.
  const isFree = (await renditionsOfTwins(deps.assets, record)) !== 'none'
  if (!isFree) {
    const charge = { assetId, version, attempt, month, costUsd: estimatedCostUsd ?? 0 }
    if ((await deps.ledger.charge(charge, deps.policy.monthlyBudgetUsd)) === 'over_limit') return
  }
  const event = isFree
    ? ({ type: 'restarted', of: { version, attempt }, note } as const)
    : ({ type: 'released', note } as const)
  if ((await tryAdvance(deps, asset, event)).changed) await deps.events.command('encode', assetId)
}

/** What its job says, as if its event had come. */
async function applyFound(deps: WatchDeps, asset: Asset, job: TranscoderJob): Promise<boolean> {
  const of = { version: asset.version, attempt: asset.attempt }
  switch (job.status) {
    case 'submitted':
      return false
    case 'progressing':
      await applyJobReport(deps, asset, {
        type: 'progress',
        of,
        phase: job.phase,
        percent: job.percent,
      })
      return false
    case 'complete':
      if (asset.courseId)
        await applyJobReport(deps, asset, {
          type: 'complete',
          of,
          ...mediaUrls(asset.courseId, asset.id),
        })
      return true
    case 'error': {
      const reason = sentences.jobFailed(job.error ?? 'without a reason')
      await applyJobReport(deps, asset, { type: 'error', of, reason, isFree: true })
      return true
    }
    case 'canceled':
      await applyJobReport(deps, asset, { type: 'error', of, reason: sentences.cancelled() })
      return true
  }
}

async function beginAnew(deps: WatchDeps, asset: Asset): Promise<void> {
  const of = { version: asset.version, attempt: asset.attempt }
  // Released or queued, and only its job is missing: a new attempt would be held back once more.
  const lacksJob = asset.state === 'queued'
  if (lacksJob ? isLate(deps, asset, MOST_PATIENCE) : asset.attempt >= MOST_ATTEMPTS) {
    const reason = sentences.stuck(asset.attempt)
    await applyJobReport(deps, asset, { type: 'error', of, reason })
    return
  }
  const event = { type: 'restarted', of, note: sentences.restarted() } as const
  if (lacksJob || (await tryAdvance(deps, asset, event)).changed)
    await deps.events.command('encode', asset.id)
}
