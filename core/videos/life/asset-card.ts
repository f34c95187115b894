import type { Asset, AssetCard } from '#contract/videos/asset'

/** What a list shows of an asset. */
export const toAssetCard = (asset: Asset): AssetCard => {
  const { source, captions } = asset
  return {
    ...asset,
    durationSeconds: source?.durationSeconds ?? null,
    captionLanguages: captions.map(({ language }) => language),
  }
}
