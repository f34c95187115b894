import { liveSource } from '#core/videos/source/known-source'
import type { CheckOf } from './check.ts'

/** A video without sound has nothing to write down. */
export const video: CheckOf<'video'> = ({ assetId }, { videos }) => {
  const asset = videos.get(assetId ?? '')
  const hasSound = asset && (liveSource(asset)?.audio.length ?? 0) > 0
  return hasSound && asset.captions.length === 0 ? [{ code: 'video_uncaptioned' }] : []
}
