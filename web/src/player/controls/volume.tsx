import { IconVolume, IconVolume2, IconVolumeOff } from '@tabler/icons-react'
import { useState } from 'react'
import control from '#web/player/menu/control.module.css'
import { words } from '#web/player/words/en.ts'
import styles from './volume.module.css'

interface Props {
  readonly volume: number
  readonly muted: boolean
  readonly toggleMute: () => void
  readonly setVolume: (volume: number) => void
}

/** An iPhone's volume is its buttons' alone: a page may only mute. */
const canSetVolume = () => {
  const probe = document.createElement('video')
  probe.volume = 0.5
  return probe.volume === 0.5
}

export function Volume({ volume, muted, toggleMute, setVolume }: Props) {
  const [settable] = useState(canSetVolume)
  const silent = muted || volume === 0
  const Icon = silent ? IconVolumeOff : volume < 0.5 ? IconVolume2 : IconVolume
  const label = silent ? words.switchSoundOn : words.switchSoundOff
  return (
    <div className={styles.volume}>
      <button
        type="button"
        className={control.control}
        aria-label={label}
        title={label}
        onClick={toggleMute}
      >
        <Icon aria-hidden />
      </button>
      {settable && (
        <input
          type="range"
          aria-label={words.volume}
          min={0}
          max={100}
          step={5}
          value={silent ? 0 : Math.round(volume * 100)}
          aria-valuetext={silent ? words.soundOff : words.percent(Math.round(volume * 100))}
          style={{ '--level': `${silent ? 0 : volume * 100}%` }}
          onChange={(event) => setVolume(Number(event.currentTarget.value) / 100)}
        />
      )}
    </div>
  )
}
