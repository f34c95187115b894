import type { Asset } from '#contract/videos/asset'
import type { Clock } from '#core/platform/clock'
import { notFound } from '#core/platform/errors'
import type { AssetRepository } from '#core/videos/asset-ports'
import { isLive, type PublishDeps, publishPlayback } from '#core/videos/playback/publish-playback'

export interface ChangeAssetDeps extends PublishDeps {
  readonly assets: Pick<AssetRepository, 'get' | 'save'>
  readonly clock: Clock
}

/** What a player is told of an asset beside its encode, and what its uploader is told of that. */
export type Extras = Partial<Pick<Asset, 'captions' | 'chapters' | 'history'>>

/** More who change one asset at the same moment are a fault. */
const ATTEMPTS = 10

/**
 * Changes an asset's captions or chapters as they are stored, whatever else is saved meanwhile, and shows
 * the change to learners if a version is live. `change` answers null when there is nothing to change.
 */
export async function changeExtras(
  deps: ChangeAssetDeps,
  assetId: string,
  change: (asset: Asset) => Extras | null,
): Promise<Asset> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const asset = await deps.assets.get(assetId)
    if (!asset || asset.state === 'deleting') throw notFound('video')
    const changed = change(asset)
    // Published all the same: an earlier call may have ended before it did.
    if (changed === null) return publishAsStored(deps, asset)
    const next = { ...asset, ...changed, updatedAt: after(asset.updatedAt, deps.clock.now()) }
    if (await deps.assets.save(next, { updatedAt: asset.updatedAt }))
      return publishAsStored(deps, next)
  }
  throw new Error(`Asset ${assetId} was saved by others ${ATTEMPTS} times in a row`)
}

interface PublishAsStoredDeps extends PublishDeps {
  readonly assets: Pick<AssetRepository, 'get'>
}

/**
 * Publishes until what is published is what is stored: of several who change an asset at once, the last
 * to publish may have read it first.
 */
export async function publishAsStored(deps: PublishAsStoredDeps, asset: Asset): Promise<Asset> {
  let current = asset
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    if (!isLive(current)) return current
    await publishPlayback(deps, current)
    const stored = await deps.assets.get(asset.id)
    if (!stored || isSame(stored, current)) return stored ?? current
    current = stored
  }
  throw new Error(`Asset ${asset.id} was changed by others ${ATTEMPTS} times in a row`)
}

const isSame = (a: Asset, b: Asset) => shownOf(a) === shownOf(b)

/** Field by field: the table keeps no order of them. */
const shownOf = ({ liveVersion, captions, chapters }: Asset) =>
  JSON.stringify([
    liveVersion,
    captions.map(({ language, label, revision }) => [language, label, revision]),
    chapters.map(({ startSeconds, title }) => [startSeconds, title]),
  ])

/** Each change has its own instant, by which the repository sees whether somebody saved meanwhile. */
const after = (last: string, now: Date) =>
  new Date(Math.max(now.getTime(), Date.parse(last) + 1)).toISOString()
