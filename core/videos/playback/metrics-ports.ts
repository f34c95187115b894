import type { PlaybackReport } from '#contract/videos/playback-report'

/** Figures of one report; all but `videoStarts` are estimates of every view, sampled or not. */
export interface PlaybackFigures {
  readonly stream: PlaybackReport['stream']
  /** Each start time that was measured, in milliseconds. */
  readonly startMilliseconds: readonly number[]
  readonly videoStarts: number
  readonly rebuffers: number
  readonly rebufferMilliseconds: number
  readonly switches: number
  readonly playbackErrors: number
  readonly playedSeconds: number
}

/** Where operators see how playing goes. */
export interface PlaybackMetrics {
  record(figures: PlaybackFigures): void
}
