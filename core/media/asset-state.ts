import type { Instant } from '#contract/ids'
import type { Asset, AssetState, Rung, SourceFacts } from '#contract/models/asset'

/** What can happen to an asset. Each may come twice, late or out of order. */
export type AssetEvent =
  | { readonly type: 'probing' }
  | {
      readonly type: 'probed'
      readonly source: SourceFacts
      readonly rungs: readonly Rung[]
      readonly estimatedCostUsd: number
    }
  | { readonly type: 'submitted' }
  | { readonly type: 'progress'; readonly percent: number }
  | ({ readonly type: 'complete' } & MediaUrls)
  | { readonly type: 'rejected'; readonly reason: string }
  | { readonly type: 'error'; readonly reason: string }

type MediaUrls = Pick<Asset, 'playbackUrl' | 'hlsUrl' | 'dashUrl' | 'posterUrl'>

/** How far along a state is; `null` is an end that nothing leaves by itself. */
const PLACE: Record<AssetState, number | null> = {
  uploaded: 0,
  probing: 1,
  held: 2,
  queued: 3,
  transcoding: 4,
  ready: null,
  rejected: null,
  failed: null,
  deleting: null,
}

export const isFinal = (state: AssetState): boolean => PLACE[state] === null

/**
 * The asset after an event. An asset only moves forward: an event that tells nothing new, or comes
 * too late, answers the very same object, so that `===` says whether there is anything to save.
 */
export function transition(asset: Asset, event: AssetEvent, at: Instant): Asset {
  const place = PLACE[asset.state]
  if (place === null) return asset
  const change = changeBy(asset, event, place)
  return change === null ? asset : { ...asset, ...change, updatedAt: laterOf(asset.updatedAt, at) }
}

function changeBy(asset: Asset, event: AssetEvent, place: number): Partial<Asset> | null {
  switch (event.type) {
    case 'probing':
      return place < 1 ? { state: 'probing' } : null
    case 'probed':
      return asset.source === null
        ? {
            state: place < 1 ? 'probing' : asset.state,
            source: event.source,
            rungs: [...event.rungs],
            estimatedCostUsd: event.estimatedCostUsd,
          }
        : null
    case 'submitted':
      return place < 3 ? { state: 'queued' } : null
    case 'progress': {
      const percent = wholePercent(event.percent)
      return place < 4 || percent > asset.percent
        ? { state: 'transcoding', percent: Math.max(percent, asset.percent) }
        : null
    }
    case 'complete':
      return {
        state: 'ready',
        percent: 100,
        reason: null,
        liveVersion: asset.version,
        playbackUrl: event.playbackUrl,
        hlsUrl: event.hlsUrl,
        dashUrl: event.dashUrl,
        posterUrl: event.posterUrl,
      }
    case 'rejected':
      // A job that already runs proves the source good: a late second look cannot reject it.
      return place < 3 ? { state: 'rejected', reason: event.reason } : null
    case 'error':
      return { state: 'failed', reason: event.reason }
  }
}

/** Each change has its own instant: by it the repository sees whether somebody saved meanwhile. */
function laterOf(last: Instant, at: Instant): Instant {
  const soonest = Date.parse(last) + 1
  return Date.parse(at) >= soonest ? at : new Date(soonest).toISOString()
}

const wholePercent = (percent: number) => Math.round(Math.min(100, Math.max(0, percent)))
