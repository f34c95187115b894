import { JobMetadata, type JobStateChange } from '#contract/events'
import { AssetId } from '#contract/ids'
import type { Asset } from '#contract/models/asset'
import type { AssetRepository } from '#core/ports/assets'
import { advanceAsset } from './advance-asset.ts'
import { type AssetEvent, isFinal } from './asset-state.ts'
import { objectTags } from './object-tags.ts'
import type { MediaFiles, MediaLog, ObjectTagger } from './ports.ts'
import { isLive, mediaUrls, publishPlayback } from './publish-playback.ts'
import { sentences } from './sentences.ts'

export interface TrackJobDeps {
  readonly assets: Pick<AssetRepository, 'get' | 'save'>
  readonly files: MediaFiles
  readonly tagger: ObjectTagger
  readonly log: MediaLog
  readonly ingestBucket: string
  readonly deploymentId: string
  now(): Date
}

/**
 * Moves an asset along as its job reports. Events of other deployments' jobs, of unknown assets, late
 * ones and repeated ones change nothing. Answers the asset as it is now, or null if it is not ours.
 */
export async function trackJob(deps: TrackJobDeps, event: JobStateChange): Promise<Asset | null> {
  const metadata = JobMetadata.safeParse(event.detail.userMetadata)
  if (!metadata.success || metadata.data.deploymentId !== deps.deploymentId) return null
  const id = AssetId.safeParse(metadata.data.assetId)
  const asset = id.success ? await deps.assets.get(id.data) : null
  if (!asset) {
    deps.log.info('media.job_of_unknown_asset', { jobId: event.detail.jobId })
    return null
  }
  const { version, attempt } = metadata.data
  if (version !== asset.version || attempt !== asset.attempt) return asset
  const change = toAssetEvent(asset, event.detail)
  if (!change) return asset
  // Before the asset says that it is ready: whoever sees that can play it.
  const live = { ...asset, liveVersion: version }
  if (change.type === 'complete' && isLive(live)) await publishPlayback(deps, live)
  const next = await advanceAsset(deps, asset, change)
  if (isFinal(next.state)) {
    // Also when nothing changed: the call before may have ended between saving and tagging.
    await deps.tagger.tag(deps.ingestBucket, next.sourceKey, objectTags(next))
    deps.log.info(`media.asset_${next.state}`, { assetId: next.id, jobId: event.detail.jobId })
  }
  return next
}

function toAssetEvent(asset: Asset, detail: JobStateChange['detail']): AssetEvent | null {
  switch (detail.status) {
    case 'PROGRESSING':
      return { type: 'progress', percent: 0 }
    case 'STATUS_UPDATE':
      return { type: 'progress', percent: detail.jobProgress?.jobPercentComplete ?? 0 }
    case 'COMPLETE':
      return asset.courseId === null
        ? null
        : { type: 'complete', ...mediaUrls(asset.courseId, asset.id) }
    case 'ERROR':
      return {
        type: 'error',
        reason: sentences.jobFailed(
          detail.errorMessage ?? `MediaConvert's error ${detail.errorCode ?? 'without a code'}`,
        ),
      }
    case 'CANCELED':
      return { type: 'error', reason: sentences.jobCanceled() }
    case 'INPUT_INFORMATION':
    case 'NEW_WARNING':
      return null
  }
}
