import type { PlaybackEvent, PlaybackReport } from '#contract/videos/playback-report'
import type { PlaybackFigures, PlaybackMetrics } from './metrics-ports.ts'

/**
 * Counts a report from a sample of views. Counts and sums are scaled up to all views: an error is reported
 * by every view and a start by some, and only so can one be a share of the other, also after the share
 * of views that report has changed. Start times are left as they are: a fair sample has the percentiles
 * of the whole.
 */
export const reportPlayback = (
  { metrics }: { readonly metrics: PlaybackMetrics },
  { stream, sampleRate, events }: PlaybackReport,
): void => {
  const starts = ofKind(events, 'start')
  const rebuffers = ofKind(events, 'rebuffer')
  const scaled = (value: number) => Math.round((value / sampleRate) * 1000) / 1000
  const figures: PlaybackFigures = {
    stream,
    startMilliseconds: starts.map(({ milliseconds }) => milliseconds),
    videoStarts: scaled(starts.length),
    rebuffers: scaled(rebuffers.length),
    rebufferMilliseconds: scaled(sumOf(rebuffers.map(({ milliseconds }) => milliseconds))),
    switches: scaled(ofKind(events, 'switch').length),
    playbackErrors: scaled(ofKind(events, 'error').length),
    playedSeconds: scaled(sumOf(ofKind(events, 'played').map(({ seconds }) => seconds))),
  }
  metrics.record(figures)
}

const ofKind = <K extends PlaybackEvent['kind']>(events: readonly PlaybackEvent[], kind: K) =>
  events.filter((event): event is Extract<PlaybackEvent, { kind: K }> => event.kind === kind)

const sumOf = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0)
