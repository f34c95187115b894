import { GraphWidget, type IAlarm, type IWidget } from 'aws-cdk-lib/aws-cloudwatch'
import type { ITopic } from 'aws-cdk-lib/aws-sns'
import { Construct } from 'constructs'
import type { SiteCanary } from '#lib/observability/canary/site-canary'
import { anyOf, Page } from '#lib/observability/paging/page'
import { RunbookAlarm, type Told } from '#lib/observability/paging/runbook-alarm'

/** One run may meet a release, two bad luck. */
const FAILED_RUNS = 3

export interface CanaryAlarmProps {
  readonly canary: SiteCanary
  readonly topic: ITopic
  /** @default no page: the alarm is told by itself */
  readonly unless?: IAlarm
}

/** Rings when nobody could sign in and play, by the canary that tries; and when the canary does not run. */
export class CanaryAlarm extends Construct {
  constructor(scope: Construct, id: string, { canary, topic, unless }: CanaryAlarmProps) {
    super(scope, id)
    const told: Told = {
      runbook: 'canary',
      meaning: `The canary could not sign in and play a lecture, ${FAILED_RUNS} times on end`,
    }
    const alarm = new RunbookAlarm(this, 'Failing', {
      ...told,
      topic: unless ? undefined : topic,
      metric: canary.successPercent,
      threshold: 100,
      periods: FAILED_RUNS,
      silenceRings: true,
    })
    if (unless) new Page(this, 'Page', { ...told, topic, unless, when: anyOf(alarm) })
  }
}

/** Whether it came to the end, and how long that took. */
export const canaryWidget = ({ successPercent, duration }: SiteCanary): IWidget =>
  new GraphWidget({
    title: 'Canary: runs that signed in and played, in percent, and how long one took',
    left: [successPercent],
    right: [duration],
    leftYAxis: { min: 0, max: 100 },
  })
