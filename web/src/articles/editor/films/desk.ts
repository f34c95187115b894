import type { AssetId } from '#contract/platform/ids'

/** A video of the course's library, as its editor shows it. */
export interface KnownFilm {
  readonly name: string
  readonly posterUrl: string | null
  /** What keeps learners from seeing it, in words; null of one that is ready. */
  readonly problem: string | null
}

/** Where an editor asks for videos. */
export interface FilmDesk {
  /** Undefined of one that the library has not. */
  get(assetId: string): KnownFilm | undefined
  /** Lets somebody choose one; whoever chooses none is not heard of. */
  choose(chosenId: AssetId | null, take: (assetId: AssetId) => void): void
  /** Called whenever there is something else to be known; answers how to call no more. */
  watch(listen: () => void): () => void
}
