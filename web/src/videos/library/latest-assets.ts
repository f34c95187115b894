import type { AssetCard } from '#contract/videos/asset'
import { groupOf } from './asset-order.ts'

const SHOWN = 6

/** What one looks for right after an upload: what needs somebody, what is under way, what is newest. */
export function latestOf(assets: readonly AssetCard[]): AssetCard[] {
  const place = { attention: 0, preparing: 1, ready: 2 }
  const placeOf = ({ state }: AssetCard) => place[groupOf(state) ?? 'ready']
  return [...assets]
    .sort((a, b) => placeOf(a) - placeOf(b) || Date.parse(b.createdAt) - Date.parse(a.createdAt))
    .slice(0, SHOWN)
}
