import type { AssetId, CourseId, Instant } from '#contract/platform/ids'
import { type Saying, say } from '#contract/say'
import type { Asset, AssetState, Rung, SourceFacts } from '#contract/videos/asset'
import type { Said } from '#contract/words/said'
import type { EncodeProgress } from '#core/videos/ports'
import { clip } from './clip.ts'
import { furtherPercent, furtherPhase } from './further-progress.ts'

/** One attempt at one version: what the machinery tells of another tells nothing of now. */
export interface EncodeOf {
  readonly version: number
  readonly attempt: number
}

/** What the machinery tells. Each may come twice, late or out of order. */
export type EncodeEvent = { readonly of: EncodeOf } & (
  | { readonly type: 'probing' }
  | {
      readonly type: 'probed'
      readonly source: SourceFacts
      readonly rungs: readonly Rung[]
      readonly estimatedCostUsd: number
    }
  | { readonly type: 'held'; readonly reason: Saying }
  | { readonly type: 'submitted' }
  | ({ readonly type: 'progress' } & EncodeProgress)
  | ({ readonly type: 'complete' } & MediaUrls)
  /** Ready without an encode, by renditions of the same content. */
  | ({ readonly type: 'reused'; readonly from: AssetId } & MediaUrls)
  | { readonly type: 'rejected'; readonly reason: Saying }
  /** `isFree` where nobody is asked to pay for what was done. */
  | { readonly type: 'error'; readonly reason: Saying; readonly isFree?: boolean }
  /** It was stuck, or held back and need not be any more, and is begun anew. */
  | { readonly type: 'restarted'; readonly note: Saying }
)

/** What a person wants; it speaks of the asset as it is. */
export type OwnerEvent =
  | {
      readonly type: 'replaced'
      readonly sizeBytes: number
      readonly fileName: string
      readonly courseId: CourseId | null
    }
  | { readonly type: 'released'; readonly note: Saying }
  | { readonly type: 'retried' }
  | { readonly type: 'cancelled' }
  | { readonly type: 'deleting' }

export type AssetEvent = EncodeEvent | OwnerEvent

type MediaUrls = Pick<Asset, 'playbackUrl' | 'hlsUrl' | 'dashUrl' | 'posterUrl'>

/** Whether a state is an end that nothing leaves by itself. */
const IS_FINAL: Record<AssetState, boolean> = {
  uploaded: false,
  probing: false,
  queued: false,
  transcoding: false,
  held: true,
  ready: true,
  rejected: true,
  failed: true,
  deleting: true,
}

export const isFinal = (state: AssetState): boolean => IS_FINAL[state]

/** Whether an asset still is at this attempt at this version, and not at an end of it. */
export const isUnderWay = (asset: Asset, of: EncodeOf): boolean =>
  isOf(asset, of) && !isFinal(asset.state)

export const isOf = (asset: EncodeOf, of: EncodeOf): boolean =>
  asset.version === of.version && asset.attempt === of.attempt

/** Enough for some attempts at some versions; a page of 200 assets must stay below DynamoDB's 1 MB. */
const HISTORY_LENGTH = 30

/**
 * The asset after an event. By itself an asset only moves forward: an event that tells nothing new, or
 * comes too late, answers the very same object, so that `===` says whether there is anything to save.
 * Every state it comes to is remembered in its history; progress is not.
 */
export function transition(asset: Asset, event: AssetEvent, at: Instant): Asset {
  const change = 'of' in event ? changeByEncode(asset, event, at) : changeByOwner(asset, event)
  if (change === null) return asset
  const { note = null, ...facts } = change
  const next = { ...asset, ...facts, updatedAt: laterOf(asset.updatedAt, at) }
  if (next.state === asset.state && isOf(next, asset)) return next
  return {
    ...next,
    stateSince: next.updatedAt,
    history: remembering(next, note === null ? next.reason : clip(note), next.updatedAt),
  }
}

/** The history with one entry more: the state that it is in, and what is to be said of it. */
export function remembering(
  { history, version, state }: Asset,
  note: Said | null,
  at: Instant,
): Asset['history'] {
  const entry = { at, version, state, note }
  return [...history, entry].slice(-HISTORY_LENGTH)
}

/** `note` goes to the history alone. */
type Change = Partial<Asset> & { readonly note?: Saying }

function changeByEncode(asset: Asset, event: EncodeEvent, at: Instant): Change | null {
  const { state } = asset
  if (!isOf(asset, event.of)) return null
  if (event.type === 'restarted' && state === 'held') return restart(asset, event.note)
  if (isFinal(state)) return null
  // From `queued` on a job is due or runs, which proves the source good.
  const isLookedAt = state === 'uploaded' || state === 'probing'
  switch (event.type) {
    case 'probing':
      // Looked at again after a while: that something works on it is news.
      return state === 'uploaded' || (state === 'probing' && isOld(asset, at))
        ? { state: 'probing' }
        : null
    case 'probed':
      return asset.source === null
        ? {
            state: isLookedAt ? 'probing' : state,
            source: event.source,
            rungs: [...event.rungs],
            estimatedCostUsd: event.estimatedCostUsd,
          }
        : null
    case 'held':
      return isLookedAt ? { state: 'held', reason: clip(event.reason) } : null
    case 'submitted':
      return isLookedAt ? { state: 'queued' } : null
    case 'progress': {
      const percent = furtherPercent(asset.percent, event.percent)
      const phase = furtherPhase(asset.phase, event.phase)
      const isNews = percent !== asset.percent || phase !== asset.phase
      // That it runs is news too, after a while: most jobs never tell a percentage.
      return state !== 'transcoding' || isNews || isOld(asset, at)
        ? { state: 'transcoding', percent, phase }
        : null
    }
    case 'complete':
      return toLive(asset, event)
    case 'reused':
      return {
        ...toLive(asset, event),
        reusedFrom: event.from,
        estimatedCostUsd: 0,
        note: say('renditions_reused'),
      }
    case 'rejected':
      // A late second look cannot reject what a job proves good.
      return isLookedAt ? { state: 'rejected', reason: clip(event.reason) } : null
    case 'error':
      return { state: 'failed', reason: clip(event.reason) }
    case 'restarted':
      return restart(asset, event.note)
  }
}

const restart = ({ attempt }: Asset, note: Saying) => ({ ...anew, attempt: attempt + 1, note })

function changeByOwner(asset: Asset, event: OwnerEvent): Change | null {
  if (asset.state === 'deleting') return null
  switch (event.type) {
    case 'replaced':
      return {
        ...anew,
        version: asset.version + 1,
        attempt: 1,
        sizeBytes: event.sizeBytes,
        fileName: event.fileName,
        courseId: asset.courseId ?? event.courseId,
        reusedFrom: null,
        note: say('file_replaced'),
      }
    case 'released':
      return asset.state === 'held' ? { state: 'queued', reason: null, note: event.note } : null
    case 'retried':
      return asset.state === 'rejected' || asset.state === 'failed'
        ? { ...anew, attempt: asset.attempt + 1, note: say('tried_again') }
        : null
    case 'cancelled':
      return asset.state === 'held' || !isFinal(asset.state)
        ? { state: 'failed', reason: say('encoding_cancelled') }
        : null
    case 'deleting':
      return { state: 'deleting', reason: null }
  }
}

const anew = {
  state: 'uploaded',
  phase: null,
  percent: null,
  reason: null,
  source: null,
  rungs: [],
  estimatedCostUsd: null,
} satisfies Partial<Asset>

/** From now on learners see this version. */
const toLive = (asset: Asset, urls: MediaUrls): Partial<Asset> => ({
  state: 'ready',
  phase: null,
  percent: 100,
  reason: null,
  liveVersion: asset.version,
  liveFacts: asset.source ? { source: asset.source, rungs: asset.rungs } : undefined,
  playbackUrl: urls.playbackUrl,
  hlsUrl: urls.hlsUrl,
  dashUrl: urls.dashUrl,
  posterUrl: urls.posterUrl,
})

const isOld = ({ updatedAt }: Asset, at: Instant) => Date.parse(at) - Date.parse(updatedAt) > 60_000

/** Each change has its own instant: by it the repository sees whether somebody saved meanwhile. */
function laterOf(last: Instant, at: Instant): Instant {
  const soonest = Date.parse(last) + 1
  return Date.parse(at) >= soonest ? at : new Date(soonest).toISOString()
}
