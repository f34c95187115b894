import { Duration } from 'aws-cdk-lib'
import type { IAlarm } from 'aws-cdk-lib/aws-cloudwatch'
import type { ITopic } from 'aws-cdk-lib/aws-sns'
import { Construct } from 'constructs'
import type { Worker } from '#lib/constructs/worker-function'
import { anyOf, Page } from '#lib/observability/paging/page'
import { RunbookAlarm } from '#lib/observability/paging/runbook-alarm'
import { pascal } from './watched-functions.ts'

const MINUTE = Duration.minutes(1)
const PERIOD = Duration.minutes(5)

export interface WaitingAlarmsProps {
  readonly workers: readonly Worker[]
  readonly topic: ITopic
  readonly unless: IAlarm
}

/** Ring when work waits for longer than it should, in a queue or in the table's stream. */
export class WaitingAlarms extends Construct {
  constructor(scope: Construct, id: string, { workers, topic, unless }: WaitingAlarmsProps) {
    super(scope, id)
    const alarms = workers.flatMap((worker) => [this.#age(worker), this.#behind(worker)].flat())
    new Page(this, 'Page', {
      topic,
      unless,
      when: anyOf(...alarms),
      runbook: 'waiting',
      meaning: 'Work waits for longer than it should',
    })
  }

  #age({ functionName, queue, patience }: Worker) {
    if (!queue || !patience) return []
    return new RunbookAlarm(this, `${pascal(functionName)}Waiting`, {
      metric: queue.metricApproximateAgeOfOldestMessage({ statistic: 'Maximum', period: PERIOD }),
      threshold: patience.toSeconds(),
      periods: 1,
      runbook: 'queue-age',
      meaning: `Work of ${functionName} has waited for more than ${patience.toHumanString()}`,
    })
  }

  #behind({ functionName, lambda, readsStream }: Worker) {
    if (!readsStream) return []
    return new RunbookAlarm(this, `${pascal(functionName)}Behind`, {
      metric: lambda.metric('IteratorAge', { statistic: 'Maximum', period: MINUTE }),
      threshold: PERIOD.toMilliseconds(),
      periods: 5,
      runbook: 'stream-age',
      meaning: `The function ${functionName} is over five minutes behind the table's stream`,
    })
  }
}
