import {
  IconBadgeCc,
  IconBadgeCcFilled,
  IconMaximize,
  IconMinimize,
  IconPictureInPictureOn,
  IconPlayerPauseFilled,
  IconPlayerPlayFilled,
  IconPlayerSkipForwardFilled,
  IconReload,
  IconRewindBackward10,
  IconRewindForward10,
} from '@tabler/icons-react'
import type { ReactNode, RefObject } from 'react'
import type { PlayerActions } from '#web/player/keys/player-keys.ts'
import control from '#web/player/menu/control.module.css'
import { SettingsMenu, type SettingsProps } from '#web/player/menu/settings-menu.tsx'
import { type Chapter, chapterAt } from '#web/player/state/chapters.ts'
import { clock, clockInWords } from '#web/player/state/clock.ts'
import { useVideoTime, type VideoState } from '#web/player/state/use-video-state.ts'
import { words } from '#web/player/words/en.ts'
import styles from './controls.module.css'
import type { PartReplays } from './replays.tsx'
import { SeekBar } from './seek-bar.tsx'
import type { Tile } from './thumbnails.ts'
import { Volume } from './volume.tsx'

interface Props {
  readonly video: RefObject<HTMLVideoElement | null>
  readonly state: VideoState
  readonly actions: PlayerActions
  readonly setVolume: (volume: number) => void
  readonly chapters: readonly Chapter[]
  readonly tiles: readonly Tile[]
  readonly replays: PartReplays | undefined
  readonly captionsOn: boolean
  readonly hasCaptions: boolean
  readonly full: boolean
  readonly nextTitle: string | undefined
  readonly settings: SettingsProps
}

/** The bar over the foot of the picture. */
export function Controls(props: Props) {
  const { video, state, actions, chapters, captionsOn, full, nextTitle } = props
  return (
    <div className={styles.controls} dir="ltr">
      <SeekBar
        video={video}
        seconds={state.seconds}
        chapters={chapters}
        tiles={props.tiles}
        replays={props.replays}
        seekTo={actions.seekTo}
      />
      <div className={styles.row}>
        <PlayButton state={state} toggle={actions.toggle} />
        <Control label={words.back} className={styles.wideOnly} onPress={() => actions.skip(-10)}>
          <IconRewindBackward10 aria-hidden />
        </Control>
        <Control label={words.forward} className={styles.wideOnly} onPress={() => actions.skip(10)}>
          <IconRewindForward10 aria-hidden />
        </Control>
        <Volume
          volume={state.volume}
          muted={state.muted}
          toggleMute={actions.toggleMute}
          setVolume={props.setVolume}
        />
        <Time video={video} seconds={state.seconds} chapters={chapters} />
        {props.hasCaptions && (
          <Control
            label={captionsOn ? words.switchCaptionsOff : words.switchCaptionsOn}
            pressed={captionsOn}
            onPress={actions.toggleCaptions}
          >
            {captionsOn ? <IconBadgeCcFilled aria-hidden /> : <IconBadgeCc aria-hidden />}
          </Control>
        )}
        <SettingsMenu {...props.settings} />
        {document.pictureInPictureEnabled && (
          <Control
            label={words.floatPicture}
            className={styles.wideOnly}
            onPress={actions.togglePictureInPicture}
          >
            <IconPictureInPictureOn aria-hidden />
          </Control>
        )}
        {nextTitle !== undefined && (
          <Control
            label={words.openNext(nextTitle)}
            className={styles.wideOnly}
            onPress={actions.openNext}
          >
            <IconPlayerSkipForwardFilled aria-hidden />
          </Control>
        )}
        <Control
          label={full ? words.leaveFullScreen : words.enterFullScreen}
          onPress={actions.toggleFullScreen}
        >
          {full ? <IconMinimize aria-hidden /> : <IconMaximize aria-hidden />}
        </Control>
      </div>
    </div>
  )
}

function PlayButton({ state, toggle }: { state: VideoState; toggle: () => void }) {
  if (state.ended)
    return (
      <Control label={words.replay} onPress={toggle}>
        <IconReload aria-hidden />
      </Control>
    )
  return (
    <Control label={state.paused ? words.play : words.pause} onPress={toggle}>
      {state.paused ? <IconPlayerPlayFilled aria-hidden /> : <IconPlayerPauseFilled aria-hidden />}
    </Control>
  )
}

interface ControlProps {
  readonly label: string
  readonly pressed?: boolean
  readonly className?: string
  readonly onPress: () => void
  readonly children: ReactNode
}

function Control({ label, pressed, className = '', onPress, children }: ControlProps) {
  return (
    <button
      type="button"
      className={`${control.control} ${className}`}
      aria-label={label}
      title={label}
      data-pressed={pressed}
      onClick={onPress}
    >
      {children}
    </button>
  )
}

interface TimeProps {
  readonly video: RefObject<HTMLVideoElement | null>
  readonly seconds: number
  readonly chapters: readonly Chapter[]
}

function Time({ video, seconds, chapters }: TimeProps) {
  const now = useVideoTime(video)
  const chapter = chapterAt(chapters, now)
  return (
    <div className={styles.time}>
      <span className="only-heard">{words.placeOf(clockInWords(now), clockInWords(seconds))}</span>
      <span aria-hidden>
        {clock(now)}
        <span className={styles.all}> / {clock(seconds)}</span>
      </span>
      {chapter && (
        <span dir="auto" className={styles.chapter} aria-hidden>
          {chapter.title}
        </span>
      )}
    </div>
  )
}
