import type { Said } from '#contract/http/said'
import { say } from '#contract/say'
import type { Asset, AssetHistoryEntry } from '#contract/videos/asset'
import type { AssetRecord } from '#core/videos/asset-ports'
import { watchAt } from '#core/videos/watch/watch-time'

/** The shelf of uploads that named no course. */
export const NO_COURSE = 'none'

/** Before there were codes, a sentence. */
type StoredSaid = Said | string | null
export type StoredAsset = Omit<Asset, 'reason' | 'history'> & {
  readonly reason: StoredSaid
  readonly history: readonly (Omit<AssetHistoryEntry, 'note'> & { readonly note: StoredSaid })[]
}

export interface AssetItem {
  readonly asset: StoredAsset
  readonly etag: string
  readonly sequencer?: string | undefined
  readonly sha256?: string | undefined
  readonly sha256Version?: number | undefined
  readonly jobId?: string | undefined
  readonly jobVersion?: number | undefined
  readonly jobAttempt?: number | undefined
}

/** An asset as its item holds it, with all that its indexes are made of. */
export function toAttributes(asset: Asset) {
  const { courseId, createdAt, updatedAt, state } = asset
  const dueAt = watchAt(asset)
  return {
    asset,
    shelf: courseId ?? NO_COURSE,
    createdAt,
    updatedAt,
    state,
    underWay: dueAt === null ? ('no' as const) : ('yes' as const),
    watchAt: dueAt ?? updatedAt,
  }
}

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
  const whole = { ...wasFirst, ...live, ...asset }
  return {
    ...whole,
    reason: toSaid(asset.reason),
    history: whole.history.map((entry) => ({ ...entry, note: toSaid(entry.note) })),
  }
}

const toSaid = (stored: StoredSaid): Said | null =>
  typeof stored === 'string' ? say('as_written', { text: stored }) : stored

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
