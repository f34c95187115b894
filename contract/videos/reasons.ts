import type { Said } from '#contract/words/said'
import type { AssetCard } from './asset.ts'

/** Why an asset is held, was rejected or failed, and what learners see meanwhile; nothing while it is well. */
export const reasonsOf = ({
  reason,
  liveVersion,
}: Pick<AssetCard, 'reason' | 'liveVersion'>): Said[] => {
  if (reason === null) return []
  // A sentence of an earlier version of ours says it itself.
  return liveVersion === null || reason.code === 'as_written'
    ? [reason]
    : [reason, { code: 'earlier_version_stays', params: {} }]
}
