import { Button, Menu } from '@mantine/core'
import { useCallback, useRef, useState } from 'react'
import { usePlayerKeys } from './use-player-keys.ts'
import { type PlayerReport, useReports } from './use-reports.ts'
import { type StreamProblem, useStream } from './use-stream.ts'

interface PlayerProps {
  readonly title: string
  readonly address: string
  readonly poster: string | null
  readonly startAt: number
  readonly onReport: (at: PlayerReport) => void
  /** The media were refused: opens the course's session again. */
  readonly onForbidden: () => Promise<unknown>
}

const PROBLEMS: Record<StreamProblem, string> = {
  forbidden: 'Your access to this course has ended. Open it again to go on.',
  network: 'The video cannot be reached. Check your connection and try again.',
  media:
    'Your browser could not play this part of the video. Try again, or choose another quality.',
  unsupported: 'This browser cannot play this video. Use a current version of any common browser.',
}
const SPEEDS = [0.75, 1, 1.25, 1.5, 1.75, 2]

export default function Player(props: PlayerProps) {
  const [attempt, setAttempt] = useState(0)
  const [problem, setProblem] = useState<StreamProblem>()
  const reopened = useRef(false)
  const position = useRef(props.startAt)
  const retry = useCallback(() => {
    setProblem(undefined)
    setAttempt((n) => n + 1)
  }, [])
  const onProblem = (found: StreamProblem) => {
    if (found === 'forbidden' && !reopened.current) {
      reopened.current = true
      props.onForbidden().then(retry, () => setProblem(found))
    } else setProblem(found)
  }
  return (
    <>
      <Screen {...props} key={attempt} position={position} onProblem={onProblem} />
      {problem && (
        <div role="alert" className="player-problem">
          <p>{PROBLEMS[problem]}</p>
          {problem !== 'unsupported' && (
            <Button
              size="sm"
              onClick={() => (problem === 'forbidden' ? location.reload() : retry())}
            >
              Try again
            </Button>
          )}
        </div>
      )}
    </>
  )
}

interface ScreenProps extends PlayerProps {
  readonly position: { current: number }
  readonly onProblem: (problem: StreamProblem) => void
}

function Screen({ title, address, poster, position, onReport, onProblem }: ScreenProps) {
  const video = useRef<HTMLVideoElement>(null)
  const [speed, setSpeed] = useState(1)
  usePlayerKeys(video)
  // Before the stream, so that on leaving it speaks while the video still knows its position.
  useReports(video, (at) => {
    position.current = at.ended ? 0 : at.position
    onReport(at)
  })
  const { levels, chosen, choose, height } = useStream(video, address, position.current, onProblem)
  const shown = levels.find((level) => level.index === chosen)
  return (
    <div className="player" data-height={height}>
      {/* biome-ignore lint/a11y/useMediaCaption: captions come inside the HLS manifest */}
      <video
        ref={video}
        aria-label={title}
        controls
        playsInline
        preload="auto"
        poster={poster ?? undefined}
      />
      <div className="player-bar">
        <span className="quiet">
          Space plays · J and L skip 10 s · M mutes · F fills the screen
        </span>
        <Menu position="top-end">
          <Menu.Target>
            <Button variant="subtle" color="gray" size="sm" aria-label="Speed">
              {speed}×
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {SPEEDS.map((one) => (
              <Menu.Item
                key={one}
                aria-current={one === speed}
                onClick={() => {
                  setSpeed(one)
                  if (video.current) video.current.playbackRate = one
                }}
              >
                {one === 1 ? 'Normal' : `${one}×`}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
        {levels.length > 0 && (
          <Menu position="top-end">
            <Menu.Target>
              <Button variant="subtle" color="gray" size="sm" aria-label="Quality">
                {shown ? `${shown.height}p` : `Auto${height ? ` (${height}p)` : ''}`}
              </Button>
            </Menu.Target>
            <Menu.Dropdown>
              <Menu.Item data-level="auto" aria-current={chosen === -1} onClick={() => choose(-1)}>
                Auto
              </Menu.Item>
              {[...levels].reverse().map((level) => (
                <Menu.Item
                  key={level.index}
                  data-level={level.height}
                  aria-current={chosen === level.index}
                  onClick={() => choose(level.index)}
                >
                  {level.height}p
                </Menu.Item>
              ))}
            </Menu.Dropdown>
          </Menu>
        )}
      </div>
    </div>
  )
}
