import type { CheckOf } from './check.ts'
import { isUncaptioned } from './uncaptioned.ts'

export const video: CheckOf<'video'> = ({ assetId }, { videos }) => {
  const asset = videos.get(assetId ?? '')
  return asset && isUncaptioned(asset) ? [{ code: 'video_uncaptioned' }] : []
}
