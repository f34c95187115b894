import { MetricUnit } from '@aws-lambda-powertools/metrics'
import { playbackMetrics } from '#contract/videos/playback-metrics'
import type { PlaybackFigures, PlaybackMetrics } from '#core/videos/playback/metrics-ports'
import { createMetricWriter, type Figure, type OnLeftOut } from './metric-writer.ts'

/**
 * Writes the metrics of each report. They hold figures and the stream's kind, nothing of the request; and
 * each stands for all streams too, because percentiles of all cannot be worked out from those of each.
 */
export const createPlaybackMetrics = (namespace: string, onLeftOut: OnLeftOut): PlaybackMetrics => {
  const write = createMetricWriter(namespace, onLeftOut)
  return { record: (figures) => write(figuresOf(figures), [{ stream: figures.stream }, {}]) }
}

function figuresOf(figures: PlaybackFigures): Figure[] {
  const { Count, Milliseconds, Seconds } = MetricUnit
  const sums = [
    { name: playbackMetrics.videoStarts, unit: Count, value: figures.videoStarts },
    { name: playbackMetrics.rebuffers, unit: Count, value: figures.rebuffers },
    {
      name: playbackMetrics.rebufferTime,
      unit: Milliseconds,
      value: figures.rebufferMilliseconds,
    },
    { name: playbackMetrics.switches, unit: Count, value: figures.switches },
    { name: playbackMetrics.playbackErrors, unit: Count, value: figures.playbackErrors },
    { name: playbackMetrics.playedSeconds, unit: Seconds, value: figures.playedSeconds },
  ]
  return [
    ...sums.map(({ name, unit, value }) => ({ name, unit, values: value === 0 ? [] : [value] })),
    {
      name: playbackMetrics.videoStart,
      unit: Milliseconds,
      values: figures.startMilliseconds,
    },
  ]
}
