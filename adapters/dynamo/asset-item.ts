import type { Asset } from '#contract/models/asset'
import { isFinal } from '#core/media/asset-state'
import type { AssetRecord } from '#core/ports/assets'

/** The shelf of uploads that named no course. */
export const NO_COURSE = 'none'

export interface AssetItem {
  readonly asset: Asset
  readonly etag: string
  readonly sequencer?: string | undefined
  readonly sha256?: string | undefined
  readonly sha256Version?: number | undefined
  readonly jobId?: string | undefined
  readonly jobVersion?: number | undefined
  readonly jobAttempt?: number | undefined
}

/** Ends that something of ours still follows: the files' deletion, and a month with a new budget. */
const isWatched = (state: Asset['state']) =>
  !isFinal(state) || state === 'deleting' || state === 'held'

/** An asset as its item holds it, with all that its indexes are made of. */
export const toAttributes = (asset: Asset) => ({
  asset,
  shelf: asset.courseId ?? NO_COURSE,
  createdAt: asset.createdAt,
  updatedAt: asset.updatedAt,
  state: asset.state,
  underWay: isWatched(asset.state) ? ('yes' as const) : ('no' as const),
})

/** The asset of an item; one that was written before there were versions is its own first. */
function toAsset({ asset }: Pick<AssetItem, 'asset'>): Asset {
  const wasFirst = {
    version: 1,
    liveVersion: asset.state === 'ready' ? 1 : null,
    attempt: 1,
    reusedFrom: null,
    playbackUrl: null,
    captions: [],
    chapters: [],
    history: [],
  }
  const { state, source, rungs } = asset
  const live = state === 'ready' && source && { liveFacts: { source, rungs } }
  return { ...wasFirst, ...live, ...asset }
}

export function toRecord(item: AssetItem): AssetRecord {
  const { etag, sequencer = '', sha256, sha256Version, jobId, jobVersion, jobAttempt } = item
  return {
    asset: toAsset(item),
    write: { etag, sequencer },
    content: sha256 && sha256Version ? { sha256, version: sha256Version } : null,
    job:
      jobId && jobVersion && jobAttempt
        ? { id: jobId, version: jobVersion, attempt: jobAttempt }
        : null,
  }
}
