import type { Asset } from '#contract/videos/asset'
import type { Clock } from '#core/platform/clock'
import type { AssetRepository } from '#core/videos/asset-ports'
import { type AssetEvent, transition } from './asset-state.ts'

/** Job events of one asset come seconds apart; more writers than this at once are a fault. */
const ATTEMPTS = 5

export interface AdvanceDeps {
  readonly assets: Pick<AssetRepository, 'get' | 'save'>
  readonly clock: Clock
}

/** An asset as it is stored, and whether it was the event at hand that brought it there. */
export interface Advanced {
  readonly asset: Asset
  readonly changed: boolean
}

/**
 * Applies an event to the asset as it is stored and answers what is stored then. When somebody else
 * saved it meanwhile the event is judged again by what they saved, so that none overwrites another.
 */
export async function advanceAsset(
  deps: AdvanceDeps,
  asset: Asset,
  event: AssetEvent,
): Promise<Asset> {
  return (await tryAdvance(deps, asset, event)).asset
}

/**
 * As `advanceAsset`, and says whether it was this event that changed it. One that is gone was deleted under our hands, and counts as being deleted.
 */
export async function tryAdvance(
  deps: AdvanceDeps,
  asset: Asset,
  event: AssetEvent,
): Promise<Advanced> {
  let current = asset
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const next = transition(current, event, deps.clock.now().toISOString())
    if (next === current) return { asset: current, changed: false }
    if (await deps.assets.save(next, { updatedAt: current.updatedAt }))
      return { asset: next, changed: true }
    const stored = await deps.assets.get(asset.id)
    if (!stored) return { asset: { ...current, state: 'deleting' }, changed: false }
    current = stored
  }
  throw new Error(`Asset ${asset.id} was saved by others ${ATTEMPTS} times in a row`)
}
