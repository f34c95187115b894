import { Duration } from 'aws-cdk-lib'
import { Metric } from 'aws-cdk-lib/aws-cloudwatch'
import type { IRule } from 'aws-cdk-lib/aws-events'
import type { ITopic } from 'aws-cdk-lib/aws-sns'
import { Construct } from 'constructs'
import { mediaMetrics } from '#contract/videos/media-metrics'
import { RunbookAlarm } from '#lib/observability/paging/runbook-alarm'
import { Deployment } from '#lib/settings/deployment'

export interface WatchedMedia {
  /** Takes the event of every video that failed. */
  readonly failed: IRule
}

/** How many videos failed, by the rule that tells of them. */
export const failedVideos = ({ ruleName }: IRule) =>
  new Metric({
    namespace: 'AWS/Events',
    metricName: 'Invocations',
    statistic: 'Sum',
    period: Duration.hours(1),
    dimensionsMap: { RuleName: ruleName },
  })

/** Ring when videos fail or get stuck, and when nobody looks whether they do. */
export class MediaAlarms extends Construct {
  constructor(scope: Construct, id: string, props: WatchedMedia & { topic: ITopic }) {
    super(scope, id)
    const { topic, failed } = props
    const watched = new Metric({
      namespace: Deployment.of(this).metricsNamespace,
      metricName: mediaMetrics.stuckAssets,
      dimensionsMap: { service: mediaMetrics.service },
    })
    new RunbookAlarm(this, 'Failed', {
      topic,
      metric: failedVideos(failed),
      threshold: 3,
      periods: 1,
      runbook: 'failed-videos',
      meaning: 'More than three videos failed within an hour',
    })
    new RunbookAlarm(this, 'Stuck', {
      topic,
      metric: watched.with({ statistic: 'Sum', period: Duration.minutes(30) }),
      threshold: 0,
      periods: 1,
      runbook: 'stuck-assets',
      meaning: 'Videos got stuck between upload and ready, and were begun anew or given up',
    })
    new RunbookAlarm(this, 'WatchSilent', {
      topic,
      metric: watched.with({ statistic: 'SampleCount', period: Duration.minutes(10) }),
      threshold: 1,
      periods: 3,
      silenceRings: true,
      runbook: 'media-watch-silent',
      meaning:
        'media-watch, which should run every ten minutes, has not finished a run for half an hour',
    })
  }
}
