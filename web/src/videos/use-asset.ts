import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { AssetId, CourseId } from '#contract/platform/ids'
import type { Asset } from '#contract/videos/asset'
import { routes } from '#web/api/client.ts'
import { routeQuery } from '#web/api/route-query.ts'
import { inProgress } from './asset-words.ts'
import { refreshAssets } from './use-assets.ts'

const QUICK_MS = 2000
const CALM_MS = 10_000

export interface AssetRef {
  readonly courseId: CourseId
  readonly assetId: AssetId
}
const assetQuery = ({ courseId, assetId }: AssetRef) =>
  routeQuery(routes.getAsset, { params: { courseId, assetId } })

/** One asset with the lessons that show it; it follows by itself while something is under way. */
export const useAsset = (of: AssetRef) =>
  useQuery({
    ...assetQuery(of),
    staleTime: 1000,
    refetchInterval: ({ state: { data } }) =>
      data && (inProgress(data.asset) || data.asset.state === 'deleting') ? QUICK_MS : CALM_MS,
  })

/** Runs one change of an asset after the other, and shows the asset as it is then. */
export function useAssetChange<A extends Asset = Asset>(of: AssetRef) {
  const queries = useQueryClient()
  const { queryKey } = assetQuery(of)
  return useMutation({
    scope: { id: `asset ${of.assetId}` },
    mutationFn: (change: () => Promise<A>) => change(),
    onSuccess: (asset) => queries.setQueryData(queryKey, (known) => known && { ...known, asset }),
    onSettled: () => {
      void queries.invalidateQueries({ queryKey })
      void refreshAssets(queries, of.courseId)
    },
  })
}
