import { useEffect, useMemo, useState } from 'react'
import type { AssetId } from '#contract/platform/ids'
import type { AssetCard } from '#contract/videos/asset'
import type { FilmDesk } from '#web/articles/editor/films/desk.ts'
import { words } from '#web/videos/words/en.ts'

/** Somebody is to choose a video. */
interface Wanted {
  readonly chosenId: AssetId | null
  readonly take: (assetId: AssetId) => void
}

/** The library for the editor of an article: what it knows of each video, and who is to choose one. */
export function useFilms(assets: readonly AssetCard[]) {
  const [wanted, setWanted] = useState<Wanted | null>(null)
  const [library] = useState(() => ({ assets, listeners: new Set<() => void>() }))
  library.assets = assets
  const films = useMemo(
    (): FilmDesk => ({
      get: (assetId) => {
        const asset = library.assets.find(({ id }) => id === assetId)
        return (
          asset && {
            name: asset.fileName,
            posterUrl: asset.posterUrl,
            problem: asset.liveVersion === null ? words.states[asset.state] : null,
          }
        )
      },
      choose: (chosenId, take) => setWanted({ chosenId, take }),
      watch: (listen) => {
        library.listeners.add(listen)
        return () => library.listeners.delete(listen)
      },
    }),
    [library],
  )
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is known has changed with them
  useEffect(() => {
    for (const listen of library.listeners) listen()
  }, [library, assets])
  return { films, wanted, done: () => setWanted(null) }
}
