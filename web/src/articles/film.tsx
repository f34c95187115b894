import { IconPlayerPlayFilled } from '@tabler/icons-react'
import { type ComponentType, createContext, useContext, useState } from 'react'
import type { ArticleVideo } from '#contract/articles/tree'
import type { ShownVideo } from '#contract/lessons/kinds/article'
import type { AssetId } from '#contract/platform/ids'
import { NO_PART, type Part, usePart } from '#web/ui/moments/part.ts'
import { durationInWords } from '#web/ui/words.ts'
import styles from './article.module.css'
import { Inlines } from './inlines.tsx'
import { words } from './words/en.ts'

interface PlayerProps extends Omit<ShownVideo, 'durationSeconds' | 'posterUrl'> {
  readonly poster: string
  readonly startAt: number
  readonly playsAtOnce: boolean
  readonly preview: boolean
  readonly measured: boolean
  readonly onForbidden: () => Promise<unknown>
}

/** The videos of an article for whoever reads here. */
export interface Films {
  /** With absolute addresses; undefined of one that is not shown here. */
  readonly find: (assetId: AssetId) => ShownVideo | undefined
  /** Loaded when somebody is about to watch one. */
  readonly player: Part<ComponentType<PlayerProps>>
  /** Whether the site hears how well they play. */
  readonly measured: boolean
  /** The media were refused: opens the course's session again. */
  readonly reopen: () => Promise<unknown>
}

export const FilmsOf = createContext<Films | null>(null)

/** A video with what stands below it: its poster, and the player once somebody wants to see it. Nothing moves. */
export function Film({ video: { assetId, children } }: { video: ArticleVideo }) {
  const films = useContext(FilmsOf)
  const film = films?.find(assetId)
  const [isWanted, setWanted] = useState(false)
  const Player = usePart((isWanted && films?.player) || NO_PART)
  return (
    <figure className={styles.film}>
      {!film && <p className={styles.unseen}>{words.noVideo}</p>}
      {film && films && (
        <div className={styles.screen}>
          {isWanted && Player && (
            <Player
              title={film.title}
              hlsUrl={film.hlsUrl}
              dashUrl={film.dashUrl}
              playbackUrl={film.playbackUrl}
              poster={film.posterUrl}
              startAt={0}
              playsAtOnce
              preview
              measured={films.measured}
              onForbidden={films.reopen}
            />
          )}
          {!(isWanted && Player) && (
            <button
              type="button"
              className={styles.poster}
              aria-label={words.play(film.title, durationInWords(film.durationSeconds))}
              aria-busy={isWanted}
              onPointerEnter={() => void films?.player.load()}
              onFocus={() => void films?.player.load()}
              onClick={() => setWanted(true)}
            >
              <img src={film.posterUrl} alt="" loading="lazy" decoding="async" />
              <IconPlayerPlayFilled aria-hidden />
              <span>{durationInWords(film.durationSeconds)}</span>
            </button>
          )}
        </div>
      )}
      {children.length > 0 && (
        <figcaption dir="auto">
          <Inlines parts={children} />
        </figcaption>
      )}
    </figure>
  )
}
