import { Metrics, MetricUnit } from '@aws-lambda-powertools/metrics'
import { playbackMetrics } from '#contract/playback-metrics'
import type { PlaybackFigures, PlaybackMetrics } from '#core/ports/playback-metrics'

/**
 * Writes one line of CloudWatch's embedded metric format for each report, by which CloudWatch makes the
 * metrics; the function calls nobody. The line holds figures and the stream's kind, nothing of the
 * request.
 */
export const createPlaybackMetrics = (namespace: string): PlaybackMetrics => {
  const metrics = new Metrics({ namespace })
  // Its own default is the service's name, which would tell nothing and cost another metric.
  metrics.clearDefaultDimensions()
  return {
    record: (figures) => {
      const sums = sumsOf(figures).filter(({ value }) => value > 0)
      if (sums.length === 0) return
      metrics.addDimension('stream', figures.stream)
      // An empty set: percentiles of all streams cannot be worked out from those of each.
      metrics.addDimensions({})
      for (const { name, unit, value } of sums) metrics.addMetric(name, unit, value)
      // Last, because a hundred values end a line.
      for (const milliseconds of figures.startMilliseconds)
        metrics.addMetric(playbackMetrics.videoStart, MetricUnit.Milliseconds, milliseconds)
      if (metrics.hasStoredMetrics()) metrics.publishStoredMetrics()
    },
  }
}

const sumsOf = (figures: PlaybackFigures) => {
  const { Count, Milliseconds, Seconds } = MetricUnit
  return [
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
}
