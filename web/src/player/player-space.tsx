import type { ReactNode } from 'react'
import styles from './player-space.module.css'

/** The player's place while it is on its way; loaded with the page, as the player is not. */
export const PlayerSpace = ({ children }: { readonly children?: ReactNode }) => (
  <div className={styles.space}>{children}</div>
)
