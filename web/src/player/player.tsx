import { IconPlayerPlayFilled } from '@tabler/icons-react'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { Controls } from './controls/controls.tsx'
import type { PartReplays } from './controls/replays.tsx'
import { type Tile, useThumbnails } from './controls/thumbnails.ts'
import { TouchControls } from './controls/touch-controls.tsx'
import { useActions } from './controls/use-actions.ts'
import { useFullScreen } from './controls/use-full-screen.ts'
import { useSurface } from './controls/use-surface.ts'
import { EndCard, type NextLesson } from './end-card.tsx'
import { KeyHelp } from './keys/key-help.tsx'
import { usePlayerKeys } from './keys/use-player-keys.ts'
import styles from './player.module.css'
import type { Chapter } from './state/chapters.ts'
import { getPreferences, usePreferences } from './state/preferences.ts'
import { useAwake } from './state/use-awake.ts'
import { type Reports, useReports } from './state/use-reports.ts'
import { useVideoState } from './state/use-video-state.ts'
import { useWithin } from './state/use-within.ts'
import { usePlayback } from './stream/use-playback.ts'
import { useStream } from './stream/use-stream.ts'
import { sendReport } from './telemetry/send-report.ts'
import { createTelemetry, type Telemetry } from './telemetry/telemetry.ts'
import { CaptionOverlay } from './text/caption-overlay.tsx'
import { Transcript } from './text/transcript.tsx'
import { chooseCaptions, useCaptions } from './text/use-captions.ts'
import { TroubleNotice } from './trouble-notice.tsx'
import { words } from './words/en.ts'

interface PlayerProps {
  readonly title: string
  /** Absolute addresses. */
  readonly hlsUrl: string
  readonly dashUrl: string
  readonly playbackUrl: string
  readonly poster: string | null
  /** Seconds. */
  readonly startAt: number
  readonly playsAtOnce: boolean
  readonly next?: NextLesson | undefined
  /** For those who made the video: without transcript, keys only inside. */
  readonly preview?: boolean
  /** Whether the site hears how well it plays. */
  readonly measured: boolean
  /** What is played how often, drawn above the bar; for those who made the video. */
  readonly replays?: PartReplays | undefined
  /** No captions over the picture, whatever this person prefers. */
  readonly withoutCaptions?: boolean | undefined
  /** Nobody, where it is only looked at. */
  readonly reports?: Reports
  /** The media were refused: opens the course's session again. */
  readonly onForbidden: () => Promise<unknown>
  /** Stands directly below the picture, above a transcript that is not beside it. */
  readonly children?: ReactNode
}

export default function Player(props: PlayerProps) {
  const { title, next, measured, preview = false } = props
  const player = useRef<HTMLElement>(null)
  const surface = useRef<HTMLDivElement>(null)
  const video = useRef<HTMLVideoElement>(null)
  const telemetry = useRef<Telemetry>(null)
  const kept = usePreferences()
  const [helped, setHelped] = useState(false)
  const [menuOpen, setMenuOpen] = useState(false)

  useReports(video, props.reports)
  useEffect(() => {
    const element = video.current
    if (!element) return
    const { volume, muted, speed } = getPreferences()
    Object.assign(element, { volume, muted, defaultPlaybackRate: speed, playbackRate: speed })
    if (!measured) return
    telemetry.current = createTelemetry(element, sendReport)
    return () => telemetry.current?.close()
  }, [measured])
  useEffect(() => {
    if (props.playsAtOnce) video.current?.play().catch(() => undefined)
  }, [props.playsAtOnce])

  const { data: playback, isPending: awaited } = usePlayback(props.playbackUrl)
  const files = playback?.captions ?? NO_CAPTIONS
  const state = useVideoState(video)
  const chapters = useWithin(playback?.chapters ?? NO_CHAPTERS, startOf, state.seconds)
  const allTiles = useThumbnails(playback?.thumbnailsUrl ?? undefined)
  const tiles = useWithin(allTiles, fromOf, state.seconds)
  const stream = useStream(video, {
    hlsUrl: props.hlsUrl,
    dashUrl: props.dashUrl,
    wantsDash: kept.dash,
    startAt: props.startAt,
    renew: props.onForbidden,
    onKind: (kind) => telemetry.current?.setKind(kind),
    onProblem: (cause) => telemetry.current?.onProblem(cause),
    onTrouble: (trouble) => telemetry.current?.onTrouble(trouble),
  })
  const captions = useCaptions(video, files, kept.captions, awaited)
  const cues = useWithin(captions.cues, timeOf, state.seconds)
  const { full, toggle: toggleFullScreen } = useFullScreen(player, video)
  const { actions, flash, setVolume, setSpeed } = useActions(video, {
    toggleFullScreen,
    openNext: next?.open,
    showHelp: () => setHelped(true),
    captionLanguage: chooseCaptions(files, null, navigator.languages)?.language,
  })
  const { awake, wake, sleep } = useAwake(player, state.paused || menuOpen)
  usePlayerKeys(player, actions, kept.singleKeys && !preview)
  useSurface(surface, {
    ...actions,
    fullScreen: toggleFullScreen,
    tap: () => (awake && !state.paused ? sleep() : wake()),
  })
  const stopped =
    stream.trouble !== undefined && (state.buffering || state.paused || !state.started)

  return (
    <div className={styles.frame}>
      <div className={styles.grid} data-transcript={(files.length > 0 || awaited) && !preview}>
        <section
          ref={player}
          className={styles.player}
          aria-label={words.videoOf(title)}
          data-awake={awake}
          data-full={full}
          data-height={state.height}
        >
          {/* biome-ignore lint/a11y/useMediaCaption: the tracks are those that the video has */}
          <video
            ref={video}
            aria-label={title}
            playsInline
            preload="auto"
            poster={props.poster ?? undefined}
          >
            {files.map((file) => (
              <track
                key={file.url}
                kind="captions"
                src={file.url}
                srcLang={file.language}
                label={file.label}
                data-url={file.url}
              />
            ))}
          </video>
          <div ref={surface} className={styles.surface} data-part="surface" />
          {kept.captions !== null && !props.withoutCaptions && (
            <CaptionOverlay cues={captions.active} language={captions.language} />
          )}
          {state.buffering && !stopped && (
            <div className={styles.spinner} data-part="spinner" aria-hidden />
          )}
          {stream.trouble && stopped && (
            <TroubleNotice trouble={stream.trouble} tryNow={stream.tryNow} />
          )}
          {state.ended ? (
            <EndCard next={next} replay={actions.toggle} />
          ) : (
            !stopped && <TouchControls state={state} actions={actions} />
          )}
          {state.paused && !state.started && !stopped && (
            <button
              type="button"
              className={styles.bigPlay}
              aria-label={words.startPlaying}
              onClick={actions.toggle}
            >
              <IconPlayerPlayFilled aria-hidden />
            </button>
          )}
          {flash && (
            <div dir="auto" key={flash.id} className={styles.flash} aria-hidden>
              {flash.text}
            </div>
          )}
          <div dir="auto" className="only-heard" role="status">
            {flash?.text}
          </div>
          <Controls
            video={video}
            state={state}
            actions={actions}
            setVolume={setVolume}
            chapters={chapters}
            tiles={tiles}
            replays={props.replays}
            captionsOn={kept.captions !== null}
            hasCaptions={files.length > 0}
            full={full}
            nextTitle={next?.title}
            settings={{
              ...stream,
              height: state.height,
              captionFiles: files,
              setSpeed,
              togglePictureInPicture: actions.togglePictureInPicture,
              showHelp: actions.showHelp,
              hasNext: next !== undefined,
              onOpenChange: setMenuOpen,
            }}
          />
          {helped && <KeyHelp onClose={() => setHelped(false)} />}
        </section>
        {props.children}
        {!preview && (
          <Transcript
            captions={{ ...captions, cues }}
            chapters={chapters}
            seekTo={actions.seekTo}
          />
        )}
      </div>
    </div>
  )
}
const NO_CHAPTERS: never[] = []
const NO_CAPTIONS: never[] = []
const startOf = (chapter: Chapter) => chapter.startSeconds
const fromOf = (tile: Tile) => tile.from
const timeOf = (cue: VTTCue) => cue.startTime
