import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { AssetId, CourseId } from '#contract/platform/ids'
import type { Asset, AssetUse } from '#contract/videos/asset'
import { call, routes } from '#web/api/client.ts'
import { inProgress } from './asset-words.ts'
import { refreshAssets } from './use-assets.ts'

const QUICK_MS = 2000
const CALM_MS = 10_000

export interface AssetRef {
  readonly courseId: CourseId
  readonly assetId: AssetId
}
interface AssetAnswer {
  readonly asset: Asset
  readonly uses: readonly AssetUse[]
}
const keyOf = ({ courseId, assetId }: AssetRef) => ['asset', courseId, assetId]

/** One asset with the lessons that show it; it follows by itself while something is under way. */
export const useAsset = (of: AssetRef) =>
  useQuery<AssetAnswer>({
    queryKey: keyOf(of),
    queryFn: ({ signal }) => call(routes.getAsset, { params: of }, { signal }),
    staleTime: 1000,
    refetchInterval: ({ state: { data } }) =>
      data && (inProgress(data.asset) || data.asset.state === 'deleting') ? QUICK_MS : CALM_MS,
  })

/** Runs one change of an asset after the other, and shows the asset as it is then. */
export function useAssetChange<A extends Asset = Asset>(of: AssetRef) {
  const queries = useQueryClient()
  return useMutation({
    scope: { id: `asset ${of.assetId}` },
    mutationFn: (change: () => Promise<A>) => change(),
    onSuccess: (asset) =>
      queries.setQueryData<AssetAnswer>(keyOf(of), (known) => known && { ...known, asset }),
    onSettled: () => {
      void queries.invalidateQueries({ queryKey: keyOf(of) })
      void refreshAssets(queries, of.courseId)
    },
  })
}
