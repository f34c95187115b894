import type { Asset } from '#contract/videos/asset'

/** What an uploaded object says of itself in S3: which asset it became, and how that stands. */
export const objectTags = (asset: Asset) => ({
  'lectern-asset': asset.id,
  'lectern-state': asset.state,
})
