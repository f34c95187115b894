import { Duration } from 'aws-cdk-lib'
import { GraphWidget, type IMetric, MathExpression, Metric } from 'aws-cdk-lib/aws-cloudwatch'
import { playbackMetrics } from '#contract/videos/playback-metrics'
import { targets } from '#lib/settings/targets'
import type { Promised } from './promise-alarm.ts'
import { type Share, slowerThan } from './share.ts'

const PERIOD = Duration.minutes(5)
/** Of fewer measured starts a P90 says as much about one person's network as about ours. */
const ENOUGH_STARTS = 50
/** Of less played time, one long stop is a bad ratio. */
const ENOUGH_PLAYED_SECONDS = 3_600

/** How playing goes, as the players of a stage report it. */
export class Playback {
  readonly #namespace: string
  readonly videoStart: IMetric
  /** Of the time in which a video should have run, with an hour of playing at least. */
  readonly rebuffering: Share
  /** Of views, those that an error ended. */
  readonly errors: Share

  constructor(namespace: string) {
    this.#namespace = namespace
    const { rebufferTime, playedSeconds, playbackErrors, videoStarts } = playbackMetrics
    this.videoStart = this.metric(playbackMetrics.videoStart, `p${targets.videoStart.percentile}`)
    const waiting = 'FILL(waited, 0) / 1000'
    this.rebuffering = (period) =>
      new MathExpression({
        label: 'Waiting for data, in percent',
        expression: `IF(played >= ${ENOUGH_PLAYED_SECONDS}, 100 * ${waiting} / (${waiting} + played), 0)`,
        usingMetrics: { waited: this.metric(rebufferTime), played: this.metric(playedSeconds) },
        period,
      })
    const views = '(failed + FILL(started, 0))'
    this.errors = (period) =>
      new MathExpression({
        label: 'Views that failed, in percent',
        expression: `IF(${views} >= ${ENOUGH_STARTS}, 100 * failed / ${views}, 0)`,
        usingMetrics: { failed: this.metric(playbackErrors), started: this.metric(videoStarts) },
        period,
      })
  }

  metric(metricName: string, statistic = 'Sum', stream?: string): Metric {
    return new Metric({
      namespace: this.#namespace,
      metricName,
      statistic,
      period: PERIOD,
      ...(stream ? { dimensionsMap: { stream }, label: stream } : {}),
    })
  }
}

/** Of views whose start was measured. */
export const videoStart = (playback: Playback): Promised => {
  const { percentile, promiseMs } = targets.videoStart
  return {
    share: slowerThan(
      promiseMs,
      playback.metric(playbackMetrics.videoStart),
      ENOUGH_STARTS,
      `Starts over ${promiseMs} ms, in percent`,
    ),
    budgetPercent: 100 - percentile,
    runbook: 'video-start',
    meaning: `More than ${100 - percentile} % of videos take over ${promiseMs} ms from play to the first frame`,
  }
}

export const rebuffering = (playback: Playback): Promised => ({
  share: playback.rebuffering,
  budgetPercent: targets.rebuffering.promisePercent,
  runbook: 'rebuffering',
  meaning: `Learners wait over ${targets.rebuffering.promisePercent} % of their watching time for data`,
})

export const playbackErrors = (playback: Playback): Promised => ({
  share: playback.errors,
  budgetPercent: targets.playbackErrors.promisePercent,
  runbook: 'playback-errors',
  meaning: `Over ${targets.playbackErrors.promisePercent} % of views end in an error`,
})

/** The dashboard's row of playing: what is promised beside what learners have. */
export const playbackWidgets = (playback: Playback) => {
  const { videoStart, rebuffering, playbackErrors } = targets
  const percentile = `p${videoStart.percentile}`
  const ofStreams = (['hls', 'dash', 'native'] as const).map((stream) =>
    playback.metric(playbackMetrics.videoStart, percentile, stream),
  )
  return [
    new GraphWidget({
      title: 'Video start, from play to the first frame',
      left: [playback.videoStart, ...ofStreams],
      leftAnnotations: [
        { value: videoStart.promiseMs, label: 'promise' },
        { value: videoStart.goalMs, label: 'goal' },
      ],
    }),
    new GraphWidget({
      title: 'Waiting for data and failed views, in percent',
      left: [playback.rebuffering(PERIOD), playback.errors(PERIOD)],
      leftAnnotations: [
        { value: rebuffering.promisePercent, label: 'promise: waiting' },
        { value: rebuffering.goalPercent, label: 'goal: waiting' },
        { value: playbackErrors.promisePercent, label: 'promise: failed' },
        { value: playbackErrors.goalPercent, label: 'goal: failed' },
      ],
    }),
    new GraphWidget({
      title: 'Views and changes of quality, by estimate',
      left: [playbackMetrics.videoStarts, playbackMetrics.rebuffers, playbackMetrics.switches].map(
        (name) => playback.metric(name),
      ),
    }),
  ]
}
