import type { Instant } from '#contract/platform/ids'
import type { Asset } from '#contract/videos/asset'

/** The asset that an object's first write makes. */
export function newAsset({
  at,
  ...facts
}: Pick<Asset, 'id' | 'courseId' | 'fileName' | 'sourceKey' | 'sizeBytes'> & {
  readonly at: Instant
}): Asset {
  return {
    ...facts,
    version: 1,
    liveVersion: null,
    attempt: 1,
    state: 'uploaded',
    stateSince: at,
    phase: null,
    percent: null,
    reason: null,
    source: null,
    rungs: [],
    estimatedCostUsd: null,
    reusedFrom: null,
    playbackUrl: null,
    hlsUrl: null,
    dashUrl: null,
    posterUrl: null,
    captions: [],
    chapters: [],
    history: [{ at, version: 1, state: 'uploaded', note: null }],
    createdAt: at,
    updatedAt: at,
  }
}
