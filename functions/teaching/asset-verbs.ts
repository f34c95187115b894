import type { routes } from '#contract/routes'
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
import { done } from '#functions/http/done'
import type { Verb } from '#functions/http/serve'

type Served =
  | 'listAssets'
  | 'getAsset'
  | 'listRejectedUploads'
  | 'retryAsset'
  | 'cancelAsset'
  | 'releaseAsset'
  | 'deleteAsset'
  | 'estimateEncoding'

/** The routes of a course's videos, but for captions and chapters. */
export const assetVerbs = (
  deps: AssetDeps & EstimateDeps,
): { readonly [K in Served]: Verb<(typeof routes)[K]> } => ({
  listAssets: async ({ actor, params, query }) => ({
    body: await listAssets(deps, { actor, ...params, ...query }),
  }),
  getAsset: async ({ actor, params }) => ({ body: await getAsset(deps, { actor, ...params }) }),
  listRejectedUploads: async ({ actor, query }) => ({
    body: await listRejectedUploads(deps, { actor, ...query }),
  }),
  retryAsset: async ({ actor, params }) => ({
    body: await retryAsset(deps, { actor, ...params }),
  }),
  cancelAsset: async ({ actor, params }) => ({
    body: await cancelAsset(deps, { actor, ...params }),
  }),
  releaseAsset: async ({ actor, params }) => ({
    body: await releaseAsset(deps, { actor, ...params }),
  }),
  deleteAsset: ({ actor, params }) => done(deleteAsset(deps, { actor, ...params })),
  estimateEncoding: async ({ actor, params, body }) => ({
    body: await estimateEncoding(deps, { actor, ...params, ...body }),
  }),
})
