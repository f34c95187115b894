import { Duration } from 'aws-cdk-lib'
import type { IAlarm } from 'aws-cdk-lib/aws-cloudwatch'
import type { ITopic } from 'aws-cdk-lib/aws-sns'
import type { IQueue } from 'aws-cdk-lib/aws-sqs'
import { Construct } from 'constructs'
import { anyOf, Page } from '#lib/observability/paging/page'
import { RunbookAlarm } from '#lib/observability/paging/runbook-alarm'
import { pascal, type WatchedFunctions } from './watched-functions.ts'

export interface LossAlarmsProps extends Pick<WatchedFunctions, 'workers' | 'queues'> {
  readonly topic: ITopic
  /** The page of functions that fail, whose events end here. @default no pages: each alarm is told by itself */
  readonly unless?: IAlarm
}

/** Ring when work would be lost if nobody looked: what could not be handled, and what the clock did not wake. */
export class LossAlarms extends Construct {
  constructor(scope: Construct, id: string, { workers, queues, topic, unless }: LossAlarmsProps) {
    super(scope, id)
    const deadLetters: Record<string, IQueue> = {
      ...Object.fromEntries(workers.map((worker) => [worker.functionName, worker.deadLetters])),
      ...queues,
    }
    const letters = Object.entries(deadLetters).map(
      ([of, queue]) =>
        new RunbookAlarm(this, `${pascal(of)}DeadLetters`, {
          topic: unless ? undefined : topic,
          metric: queue.metricApproximateNumberOfMessagesVisible({
            statistic: 'Maximum',
            period: Duration.minutes(1),
          }),
          threshold: 0,
          periods: 1,
          runbook: 'dead-letters',
          meaning: `Events of ${of} wait in its dead-letter queue`,
        }),
    )
    if (unless)
      new Page(this, 'DeadLetters', {
        topic,
        unless,
        when: anyOf(...letters),
        runbook: 'dead-letters',
        meaning: 'Events wait in dead-letter queues',
      })
    for (const { functionName, lambda, every } of workers)
      if (every)
        new RunbookAlarm(this, `${pascal(functionName)}Silent`, {
          topic,
          metric: lambda.metricInvocations({ period: every }),
          threshold: 1,
          periods: 2,
          silenceRings: true,
          runbook: 'schedule-silent',
          meaning: `${functionName}, which the clock should wake every ${every.toHumanString()}, did not run twice in a row`,
        })
  }
}
