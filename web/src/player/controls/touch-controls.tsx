import {
  IconPlayerPauseFilled,
  IconPlayerPlayFilled,
  IconRewindBackward10,
  IconRewindForward10,
} from '@tabler/icons-react'
import type { PlayerActions } from '#web/player/keys/player-keys.ts'
import type { VideoState } from '#web/player/state/use-video-state.ts'
import styles from './touch-controls.module.css'

interface Props {
  readonly state: VideoState
  readonly actions: PlayerActions
}

/** Large buttons in the middle, for fingers; other pointers have the bar, and ears hear that alone. */
export function TouchControls({ state, actions }: Props) {
  return (
    <div className={styles.controls} dir="ltr" aria-hidden>
      <button type="button" tabIndex={-1} onClick={() => actions.skip(-10)}>
        <IconRewindBackward10 />
      </button>
      <button
        type="button"
        tabIndex={-1}
        className={styles.play}
        data-part="play"
        onClick={actions.toggle}
      >
        {state.paused ? <IconPlayerPlayFilled /> : <IconPlayerPauseFilled />}
      </button>
      <button type="button" tabIndex={-1} onClick={() => actions.skip(10)}>
        <IconRewindForward10 />
      </button>
    </div>
  )
}
