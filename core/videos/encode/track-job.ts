import { AssetId } from '#contract/platform/ids'
import type { Asset, EncodePhase } from '#contract/videos/asset'
import { JobMetadata, type JobStateChange } from '#contract/videos/events'
import type { AssetRepository } from '#core/videos/asset-ports'
import { type AdvanceDeps, tryAdvance } from '#core/videos/life/advance-asset'
import {
  type EncodeEvent,
  type EncodeOf,
  isFinal,
  isOf,
  isUnderWay,
  transition,
} from '#core/videos/life/asset-state'
import { publishAsStored } from '#core/videos/life/change-asset'
import { objectTags } from '#core/videos/life/object-tags'
import { wakeTwins } from '#core/videos/life/twins'
import { isLive, mediaUrls, publishPlayback } from '#core/videos/playback/publish-playback'
import { outdatedVersions } from '#core/videos/playback/tidy-versions'
import type {
  EncodeProgress,
  EncodingLedger,
  MediaEvents,
  MediaFiles,
  MediaLog,
  ObjectTagger,
  Transcoder,
} from '#core/videos/ports'
import { sentences } from '#core/videos/source/sentences'

export interface ReportDeps extends AdvanceDeps {
  readonly assets: AdvanceDeps['assets'] & Pick<AssetRepository, 'getRecord' | 'findBySha256'>
  readonly files: MediaFiles
  readonly ledger: Pick<EncodingLedger, 'refund'>
  readonly tagger: ObjectTagger
  readonly events: Pick<MediaEvents, 'ended' | 'command' | 'published'>
  readonly log: MediaLog
  readonly ingestBucket: string
}

export interface TrackJobDeps extends ReportDeps {
  readonly assets: ReportDeps['assets'] & Pick<AssetRepository, 'noteJob'>
  readonly transcoder: Pick<Transcoder, 'cancel'>
  readonly deploymentId: string
}

/**
 * Moves an asset along as its job reports. Events of other deployments' jobs, of unknown assets, of
 * earlier versions and attempts, late ones and repeated ones change nothing. A job that nobody waits for
 * is cancelled as soon as it tells of itself, whoever failed to: it would be paid for, and write where
 * nothing is to be any more. Answers the asset as it is now, or null if it is not ours.
 */
export async function trackJob(deps: TrackJobDeps, event: JobStateChange): Promise<Asset | null> {
  const metadata = JobMetadata.safeParse(event.detail.userMetadata)
  if (!metadata.success || metadata.data.deploymentId !== deps.deploymentId) return null
  const { jobId, status } = event.detail
  const { version, attempt } = metadata.data
  const id = AssetId.safeParse(metadata.data.assetId)
  const record = id.success ? await deps.assets.getRecord(id.data) : null
  const asset = record?.asset ?? null
  const isRunning = status === 'PROGRESSING' || status === 'STATUS_UPDATE'
  const noted = record?.job && isOf(record.job, { version, attempt }) ? record.job : null
  const isAnother = noted !== null && noted.id !== jobId
  const isWanted = asset !== null && isUnderWay(asset, { version, attempt }) && !isAnother
  if (isRunning && !isWanted) {
    deps.log.info('media.job_unwanted', { jobId })
    await deps.transcoder.cancel(jobId)
  }
  if (!asset) deps.log.info('media.job_of_unknown_asset', { jobId })
  if (!asset || isAnother) return asset
  // Whoever started it may have broken off before it was noted.
  if (isRunning && isWanted && !noted)
    await deps.assets.noteJob(asset.id, { id: jobId, version, attempt })
  const change = toEncodeEvent(asset, metadata.data, event.detail)
  return change ? applyJobReport(deps, asset, change) : asset
}

/** Applies what a job says of its asset, whether it told or was asked. */
export async function applyJobReport(
  deps: ReportDeps,
  asset: Asset,
  change: EncodeEvent,
): Promise<Asset> {
  if (change.type === 'complete') {
    // Before the asset says that it is ready: whoever sees that can play it.
    const live = transition(asset, change, deps.now().toISOString())
    if (live !== asset && isLive(live)) await publishPlayback(deps, live)
  }
  // Told before it is saved: see `end` in encode-asset.ts.
  const seen = transition(asset, change, deps.now().toISOString())
  if (seen !== asset && seen.state === 'failed') await deps.events.ended(seen)
  // Also when it is told of twice: the ledger gives back once.
  if (change.type === 'error' && change.isFree)
    await deps.ledger.refund({ assetId: asset.id, ...change.of })
  const { asset: next, changed } = await tryAdvance(deps, asset, change)
  if (isFinal(next.state)) {
    // Also when nothing changed: the call before may have ended between saving and tagging.
    await deps.tagger.tag(deps.ingestBucket, next.sourceKey, objectTags(next))
    deps.log.info(`media.asset_${next.state}`, { assetId: next.id })
    if (change.type !== 'progress') await wakeTwins(deps, await deps.assets.getRecord(next.id))
    if (changed && next.state === 'ready' && outdatedVersions(next).length > 0)
      await deps.events.command('tidy', next.id)
  }
  // Captions or chapters came while it was published without them.
  if (changed && (next.captions !== asset.captions || next.chapters !== asset.chapters))
    return publishAsStored(deps, next)
  return next
}

/** What a job's end or progress is to its asset; null for what tells nothing. */
function toEncodeEvent(
  { id, courseId }: Asset,
  { version, attempt }: EncodeOf,
  detail: JobStateChange['detail'],
): EncodeEvent | null {
  const of = { version, attempt }
  switch (detail.status) {
    case 'PROGRESSING':
      return { type: 'progress', of, phase: null, percent: null }
    case 'STATUS_UPDATE':
      return { type: 'progress', of, ...progressOf(detail) }
    case 'COMPLETE':
      return courseId === null ? null : { type: 'complete', of, ...mediaUrls(courseId, id) }
    case 'ERROR':
      return {
        type: 'error',
        of,
        isFree: true,
        reason: sentences.jobFailed(
          detail.errorMessage ?? `MediaConvert's error ${detail.errorCode ?? 'without a code'}`,
        ),
      }
    case 'CANCELED':
      return { type: 'error', of, reason: sentences.cancelled() }
  }
}

const PHASES: Readonly<Record<string, EncodePhase>> = {
  PROBING: 'probing',
  TRANSCODING: 'transcoding',
  UPLOADING: 'uploading',
}

const progressOf = ({ jobProgress }: JobStateChange['detail']): EncodeProgress => ({
  phase: PHASES[jobProgress?.currentPhase ?? ''] ?? null,
  percent: jobProgress?.jobPercentComplete ?? null,
})
