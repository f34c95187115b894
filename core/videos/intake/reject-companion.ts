import type { Saying } from '#contract/say'
import type { Asset } from '#contract/videos/asset'
import type { ObjectCreated } from '#contract/videos/events'
import type { Clock } from '#core/platform/clock'
import type { AssetRepository } from '#core/videos/asset-ports'
import { clip } from '#core/videos/life/clip'
import { newAsset } from '#core/videos/life/new-asset'
import { assetIdOf } from '#core/videos/source/asset-id'
import { parseUploadKey } from '#core/videos/source/upload-key'

export interface RejectionDeps {
  readonly assets: Pick<AssetRepository, 'findBySource' | 'create' | 'remove'>
  readonly clock: Clock
}

/**
 * Shows a file that came to nothing among its course's videos, as one that was rejected: there the content
 * team looks. The same file again takes the place of the one before.
 */
export async function showRejection(
  deps: RejectionDeps,
  event: ObjectCreated,
  courseId: Asset['courseId'],
  reason: Saying,
): Promise<Asset> {
  const { bucket, object } = event.detail
  const id = assetIdOf({ time: event.time, bucket: bucket.name, ...object })
  const before = await deps.assets.findBySource(object.key)
  if (before?.asset.id === id) return before.asset
  if (before) await deps.assets.remove(before)
  const at = deps.clock.now().toISOString()
  const asset: Asset = {
    ...newAsset({
      id,
      courseId,
      fileName: parseUploadKey(object.key).fileName,
      sourceKey: object.key,
      sizeBytes: object.size,
      at,
    }),
    state: 'rejected',
    reason: clip(reason),
    history: [{ at, version: 1, state: 'rejected', note: clip(reason) }],
  }
  const { etag, sequencer } = object
  await deps.assets.create(asset, { etag, sequencer })
  return asset
}

/** Once the file is good nobody needs to see that it was not. */
export async function clearRejection(deps: RejectionDeps, key: string): Promise<void> {
  const before = await deps.assets.findBySource(key)
  if (before) await deps.assets.remove(before)
}
