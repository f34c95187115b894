import { useEffect, useEffectEvent } from 'react'
import type { DraftOutline } from '#contract/lessons/lesson'
import { assetIdOf } from '#contract/lessons/rules/index'
import type { AssetCard } from '#contract/videos/asset'
import { folderOfKey } from '#web/uploads/place-captions.ts'
import { isOwnFolder } from './own-folder.ts'

interface Draft {
  readonly data: { readonly modules: DraftOutline } | undefined
  readonly refetch: () => unknown
}

/** Reads the draft again whenever a video that was sent for a lesson has come further: it takes its place by itself. */
export function useArrivals({ data, refetch }: Draft, assets: readonly AssetCard[]): void {
  const waiting = (data?.modules ?? [])
    .flatMap(({ lessons }) => lessons)
    .filter((lesson) => assetIdOf(lesson) === null)
  const coming = assets.filter(({ sourceKey }) =>
    waiting.some(({ id }) => isOwnFolder(folderOfKey(sourceKey), id)),
  )
  const key = coming.map(({ id, state }) => `${id} ${state}`).join()
  const read = useEffectEvent(() => void refetch())
  useEffect(() => {
    if (key !== '') read()
  }, [key])
}
