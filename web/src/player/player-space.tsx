import type { ReactNode } from 'react'
import styles from './player-space.module.css'

interface Props {
  /** Shown before the player is there, which shows it at the same place. */
  readonly poster?: string | null
  readonly children?: ReactNode
}

/** The player's place while it is on its way; loaded with the page, as the player is not. */
export const PlayerSpace = ({ poster, children }: Props) => (
  <div className={styles.space}>
    {poster && <img className={styles.poster} src={poster} alt="" fetchPriority="high" />}
    {children}
  </div>
)
