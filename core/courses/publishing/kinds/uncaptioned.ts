import type { Asset } from '#contract/videos/asset'
import { liveSource } from '#core/videos/source/known-source'

/** A video without sound has nothing to write down. */
export const isUncaptioned = (asset: Asset): boolean =>
  (liveSource(asset)?.audio.length ?? 0) > 0 && asset.captions.length === 0
