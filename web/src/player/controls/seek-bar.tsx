import {
  type KeyboardEvent,
  type PointerEvent,
  type RefObject,
  useEffect,
  useRef,
  useState,
} from 'react'
import { type Chapter, chapterAt } from '#web/player/state/chapters.ts'
import { clock, clockInWords } from '#web/player/state/clock.ts'
import { useVideoTime } from '#web/player/state/use-video-state.ts'
import { words } from '#web/player/words/en.ts'
import { type PartReplays, Replays } from './replays.tsx'
import styles from './seek-bar.module.css'
import { type Tile, tileAt } from './thumbnails.ts'
import { useSpokenTime } from './use-spoken-time.ts'

interface Props {
  readonly video: RefObject<HTMLVideoElement | null>
  readonly seconds: number
  readonly chapters: readonly Chapter[]
  readonly tiles: readonly Tile[]
  readonly replays: PartReplays | undefined
  readonly seekTo: (seconds: number) => void
}

/** How long the picture of a place stays after a key went there. */
const PEEK_MS = 1500

/** Where the video is, what is loaded and where chapters begin; a slider for pointers and keys. */
export function SeekBar({ video, seconds, chapters, tiles, replays, seekTo }: Props) {
  const now = useVideoTime(video)
  const bar = useRef<HTMLDivElement>(null)
  const [pointed, setPointed] = useState<number>()
  const [dragging, setDragging] = useState(false)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(timer.current), [])
  const shown = dragging && pointed !== undefined ? pointed : now
  const share = (value: number) => (seconds > 0 ? Math.min(100, (100 * value) / seconds) : 0)
  const { spoken, speak, quiet } = useSpokenTime(video)
  const said = dragging ? shown : (spoken ?? shown)
  const chapter = chapterAt(chapters, said)

  const secondsAt = (event: PointerEvent) => {
    const box = bar.current?.getBoundingClientRect()
    if (!box || box.width === 0) return 0
    return Math.max(0, Math.min(1, (event.clientX - box.left) / box.width)) * seconds
  }
  const onDown = (event: PointerEvent<HTMLDivElement>) => {
    if (event.button !== 0 || seconds === 0) return
    event.currentTarget.setPointerCapture(event.pointerId)
    setDragging(true)
    setPointed(secondsAt(event))
  }
  const onUp = (event: PointerEvent) => {
    if (!dragging) return
    setDragging(false)
    setPointed(event.pointerType === 'mouse' ? secondsAt(event) : undefined)
    seekTo(secondsAt(event))
  }
  const onKey = (event: KeyboardEvent) => {
    const starts = chapters.map((each) => each.startSeconds)
    const next: Record<string, number | undefined> = {
      ArrowRight: now + 5,
      ArrowUp: now + 5,
      ArrowLeft: now - 5,
      ArrowDown: now - 5,
      PageUp: starts.find((start) => start > now + 0.5) ?? now + seconds / 10,
      PageDown: starts.findLast((start) => start < now - 2) ?? now - seconds / 10,
      Home: 0,
      End: seconds,
    }
    const to = next[event.key]
    if (to === undefined) return
    event.preventDefault()
    seekTo(to)
    setPointed(Math.max(0, Math.min(seconds, to)))
    clearTimeout(timer.current)
    timer.current = setTimeout(() => setPointed(undefined), PEEK_MS)
  }

  return (
    <div
      ref={bar}
      className={styles.bar}
      role="slider"
      tabIndex={0}
      aria-label={words.position}
      aria-valuemin={0}
      aria-valuemax={Math.floor(seconds)}
      aria-valuenow={Math.floor(said)}
      aria-valuetext={placeInWords(said, seconds, chapter)}
      data-dragging={dragging}
      onPointerDown={onDown}
      onPointerMove={(event) =>
        (dragging || event.pointerType === 'mouse') && setPointed(secondsAt(event))
      }
      onPointerUp={onUp}
      onPointerCancel={() => setDragging(false)}
      onPointerLeave={() => !dragging && setPointed(undefined)}
      onFocus={speak}
      onBlur={() => {
        setPointed(undefined)
        quiet()
      }}
      onKeyDown={onKey}
    >
      {replays && seconds > 0 && <Replays of={replays} seconds={seconds} />}
      <div className={styles.track}>
        <Buffered video={video} share={share} />
        {pointed !== undefined && (
          <i className={styles.pointed} style={{ width: `${share(pointed)}%` }} />
        )}
        <i className={styles.played} style={{ width: `${share(shown)}%` }} />
        {chapters
          .filter((each) => each.startSeconds > 0 && each.startSeconds < seconds)
          .map((each) => (
            <i
              key={each.startSeconds}
              className={styles.chapter}
              data-part="chapter"
              style={{ left: `${share(each.startSeconds)}%` }}
            />
          ))}
      </div>
      <i className={styles.knob} style={{ left: `${share(shown)}%` }} />
      {pointed !== undefined && seconds > 0 && (
        <Preview at={pointed} share={share(pointed)} chapters={chapters} tiles={tiles} />
      )}
    </div>
  )
}

function placeInWords(now: number, all: number, chapter: Chapter | undefined): string {
  const [at, of] = [clockInWords(now), clockInWords(all)]
  return chapter ? words.placeInChapter(at, of, chapter.title) : words.placeOf(at, of)
}

function Buffered({
  video,
  share,
}: {
  video: RefObject<HTMLVideoElement | null>
  share: (value: number) => number
}) {
  const [ranges, setRanges] = useState<readonly (readonly [number, number])[]>([])
  useEffect(() => {
    const element = video.current
    const look = () => {
      const { buffered } = element ?? {}
      if (!buffered) return
      setRanges(
        Array.from({ length: buffered.length }, (_, n) => [buffered.start(n), buffered.end(n)]),
      )
    }
    element?.addEventListener('progress', look)
    element?.addEventListener('timeupdate', look)
    return () => {
      element?.removeEventListener('progress', look)
      element?.removeEventListener('timeupdate', look)
    }
  }, [video])
  return ranges.map(([from, to]) => (
    <i
      key={from}
      className={styles.buffered}
      style={{ left: `${share(from)}%`, width: `${share(to) - share(from)}%` }}
    />
  ))
}

interface PreviewProps {
  readonly at: number
  readonly share: number
  readonly chapters: readonly Chapter[]
  readonly tiles: readonly Tile[]
}

/** What is at the place pointed to: its picture, its chapter, its time. */
function Preview({ at, share, chapters, tiles }: PreviewProps) {
  const tile = tileAt(tiles, at)
  const chapter = chapterAt(chapters, at)
  return (
    <div className={styles.preview} data-part="peek" style={{ '--share': `${share}%` }} aria-hidden>
      {tile && (
        <div
          className={styles.tile}
          style={{
            width: tile.width,
            height: tile.height,
            backgroundImage: `url("${tile.url}")`,
            backgroundPosition: `-${tile.x}px -${tile.y}px`,
          }}
        />
      )}
      {chapter && (
        <span dir="auto" className={styles.title}>
          {chapter.title}
        </span>
      )}
      <span>{clock(at)}</span>
    </div>
  )
}
