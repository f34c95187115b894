import { Duration } from 'aws-cdk-lib'
import { GraphWidget, type IMetric, MathExpression, Metric } from 'aws-cdk-lib/aws-cloudwatch'
import type { ITopic } from 'aws-cdk-lib/aws-sns'
import { Construct } from 'constructs'
import { playbackMetrics } from '#contract/videos/playback-metrics'
import { targets } from '#lib/settings/targets'
import { RunbookAlarm } from './runbook-alarm.ts'

const PERIOD = Duration.minutes(5)
/** Of fewer measured starts a P90 says as much about one person's network as about ours. */
const ENOUGH_STARTS = 50
/** Of less played time, one long stop is a bad ratio. */
const ENOUGH_PLAYED_SECONDS = 3_600

/** How playing goes, as the players of a stage report it. */
export class Playback {
  readonly #namespace: string
  readonly videoStart: IMetric
  /** Percent of the time in which a video should have run. */
  readonly rebuffering: IMetric
  /** Percent of views that an error ended. */
  readonly errors: IMetric

  constructor(namespace: string) {
    this.#namespace = namespace
    const { rebufferTime, playedSeconds, playbackErrors, videoStarts } = playbackMetrics
    this.videoStart = this.metric(playbackMetrics.videoStart, `p${targets.videoStart.percentile}`)
    this.rebuffering = new MathExpression({
      label: 'Waiting for data, in percent',
      expression: '100 * FILL(waited, 0) / 1000 / (FILL(waited, 0) / 1000 + played)',
      usingMetrics: { waited: this.metric(rebufferTime), played: this.metric(playedSeconds) },
      period: PERIOD,
    })
    this.errors = new MathExpression({
      label: 'Views that failed, in percent',
      expression: '100 * failed / (failed + FILL(started, 0))',
      usingMetrics: { failed: this.metric(playbackErrors), started: this.metric(videoStarts) },
      period: PERIOD,
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

  /** Counts of views are estimates; how many start times were measured is not. */
  get measuredStarts(): Metric {
    return this.metric(playbackMetrics.videoStart, 'SampleCount')
  }
}

/** Ring when learners wait for video or do not get it, once there are enough of them to say so. */
export class PlaybackAlarms extends Construct {
  constructor(scope: Construct, id: string, props: { topic: ITopic; playback: Playback }) {
    super(scope, id)
    const { topic, playback } = props
    const { videoStart, rebuffering, playbackErrors } = targets
    new RunbookAlarm(this, 'VideoStart', {
      topic,
      metric: new MathExpression({
        label: `Video start, P${videoStart.percentile}`,
        expression: `IF(samples >= ${ENOUGH_STARTS}, start, 0)`,
        usingMetrics: { samples: playback.measuredStarts, start: playback.videoStart },
        period: PERIOD,
      }),
      threshold: videoStart.promiseMs,
      periods: 3,
      runbook: 'video-start',
      meaning: `The P${videoStart.percentile} from play to the first frame is over ${videoStart.promiseMs} ms`,
    })
    new RunbookAlarm(this, 'Rebuffering', {
      topic,
      metric: new MathExpression({
        label: 'Waiting for data, in percent',
        expression: `IF(enough >= ${ENOUGH_PLAYED_SECONDS}, share, 0)`,
        usingMetrics: {
          share: playback.rebuffering,
          enough: playback.metric(playbackMetrics.playedSeconds),
        },
        period: PERIOD,
      }),
      threshold: rebuffering.promisePercent,
      periods: 3,
      runbook: 'rebuffering',
      meaning: `Learners wait over ${rebuffering.promisePercent} % of their watching time for data`,
    })
    new RunbookAlarm(this, 'PlaybackErrors', {
      topic,
      metric: new MathExpression({
        label: 'Views that failed, in percent',
        expression: `IF(broken + FILL(begun, 0) >= ${ENOUGH_STARTS}, share, 0)`,
        usingMetrics: {
          share: playback.errors,
          broken: playback.metric(playbackMetrics.playbackErrors),
          begun: playback.metric(playbackMetrics.videoStarts),
        },
        period: PERIOD,
      }),
      threshold: playbackErrors.promisePercent,
      periods: 2,
      runbook: 'playback-errors',
      meaning: `Over ${playbackErrors.promisePercent} % of views end in an error`,
    })
  }
}

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
      left: [playback.rebuffering, playback.errors],
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
