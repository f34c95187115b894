import type { Asset } from '#contract/videos/asset'
import { tryAdvance } from '#core/videos/life/advance-asset'
import { type EncodeEvent, transition } from '#core/videos/life/asset-state'
import { objectTags } from '#core/videos/life/object-tags'
import { wakeTwins } from '#core/videos/life/twins'
import type { EncodeDeps, EncodeOutcome } from './encode-deps.ts'

/**
 * Ends an attempt where somebody must do something. They are told before it is saved: a call that breaks off
 * in between tells twice when it is repeated, where the other order would tell nobody.
 */
export async function endAttempt(
  deps: Pick<EncodeDeps, 'assets' | 'tagger' | 'events' | 'log' | 'ingestBucket' | 'now'>,
  asset: Asset,
  event: Extract<EncodeEvent, { type: 'rejected' | 'held' | 'error' }>,
): Promise<EncodeOutcome> {
  const stored = await deps.assets.get(asset.id)
  if (!stored) return { kind: 'overtaken', asset }
  const next = transition(stored, event, deps.now().toISOString())
  if (next !== stored) await deps.events.ended(next)
  const { asset: ended, changed } = await tryAdvance(deps, stored, event)
  await deps.tagger.tag(deps.ingestBucket, ended.sourceKey, objectTags(ended))
  if (!changed) return { kind: 'overtaken', asset: ended }
  deps.log.info(`media.asset_${ended.state}`, { assetId: ended.id })
  await wakeTwins(deps, await deps.assets.getRecord(ended.id))
  return { kind: KINDS[event.type], asset: ended }
}

const KINDS = { held: 'held', rejected: 'rejected', error: 'failed' } as const
