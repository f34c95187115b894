import type { assets } from '#contract/videos/routes'
import {
  type CaptionDeps,
  deleteCaptions,
  putCaptions,
  putChapters,
} from '#core/captions/edit-captions'
import {
  type AssetDeps,
  cancelAsset,
  deleteAsset,
  getAsset,
  listAssets,
  listRejectedUploads,
  releaseAsset,
  retryAsset,
} from '#core/videos/asset-verbs'
import { type EstimateDeps, estimateEncoding } from '#core/videos/encode/estimate-encoding'
import type { VerbsOf } from '#functions/http/verb'

export const videoVerbs = (
  deps: AssetDeps & EstimateDeps & CaptionDeps,
): VerbsOf<typeof assets> => ({
  listAssets: ({ actor, params, query }) => listAssets(deps, { actor, ...params, ...query }),
  getAsset: ({ actor, params }) => getAsset(deps, { actor, ...params }),
  listRejectedUploads: ({ actor, query }) => listRejectedUploads(deps, { actor, ...query }),
  retryAsset: ({ actor, params }) => retryAsset(deps, { actor, ...params }),
  cancelAsset: ({ actor, params }) => cancelAsset(deps, { actor, ...params }),
  releaseAsset: ({ actor, params }) => releaseAsset(deps, { actor, ...params }),
  deleteAsset: ({ actor, params }) => deleteAsset(deps, { actor, ...params }),
  putCaptions: ({ actor, params, body }) => putCaptions(deps, { actor, ...params, ...body }),
  deleteCaptions: ({ actor, params }) => deleteCaptions(deps, { actor, ...params }),
  putChapters: ({ actor, params, body }) => putChapters(deps, { actor, ...params, ...body }),
  estimateEncoding: ({ actor, params, body }) =>
    estimateEncoding(deps, { actor, ...params, ...body }),
})
